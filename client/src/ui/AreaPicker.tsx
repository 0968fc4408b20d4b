import type { Place } from '@muster/shared/contract/register'
import { AREA_TYPES, type Area } from '@muster/shared/domain/areas/area'
import { OURS, type ViewOf } from '@muster/shared/view/view'
import { partsName } from '@muster/shared/words/place-name'
import { use } from 'react'
import { pluralOf } from '../api/place.ts'
import { Picker } from './Picker.tsx'
import { Apply } from './ViewForm.tsx'

type Given = {
  view: ViewOf<'compare'>
  place: Place
  /** Those that may be ticked. */
  areas: readonly Area[]
}

/** Our area with its parts, all of a type, or the selected ones. */
export const AreaPicker = ({ view, place, areas }: Given) => {
  const apply = use(Apply)
  const isOurs = view.areas?.length === 1 && view.areas[0] === OURS
  const among = isOurs
    ? OURS
    : view.areas !== null
      ? 'list'
      : (view.areaType ?? place.headline.areaType)
  return (
    <>
      <Picker
        name="among"
        label="Areas"
        value={among}
        options={[
          {
            value: OURS,
            name: `Our area and its ${partsName(place.headline.areaType, place.words)}`,
          },
          ...AREA_TYPES.map((type) => ({
            value: type,
            name: `All: ${pluralOf(type, place.words)}`,
          })),
          { value: 'list', name: 'Selected areas' },
        ]}
      />
      <details className="field">
        <summary>Select areas</summary>
        <fieldset>
          <legend>Areas to compare</legend>
          <ul className="choices">
            {areas.map(({ code, name }) => (
              <li key={code}>
                <label>
                  <input
                    type="checkbox"
                    name="areas"
                    value={code}
                    checked={view.areas?.includes(code) ?? false}
                    onChange={apply}
                  />
                  {name}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      </details>
    </>
  )
}
