import type { Area } from '@muster/shared/domain/areas/area'
import { AREA_TYPES } from '@muster/shared/domain/areas/area'
import { OURS, type ViewOf } from '@muster/shared/view/view'
import { pluralOf } from '../api/place.ts'
import { Picker } from './Picker.tsx'
import type { Apply } from './ViewForm.tsx'

type Given = {
  view: ViewOf<'compare'>
  /** The type compared when the view names none. */
  defaultType: Area['type']
  words: Readonly<Record<string, string>>
  /** Those that may be ticked. */
  areas: readonly Area[]
  apply: Apply
}

/** Ours and their parts, all of a type, or those that are ticked. */
export const AreaPicker = ({ view, defaultType, words, areas, apply }: Given) => {
  const isOurs = view.areas?.length === 1 && view.areas[0] === OURS
  const among = isOurs ? OURS : view.areas !== null ? 'list' : (view.areaType ?? defaultType)
  return (
    <>
      <Picker
        name="among"
        label="Areas"
        value={among}
        options={[
          { value: OURS, name: 'Ours and their parts' },
          ...AREA_TYPES.map((type) => ({ value: type, name: `All: ${pluralOf(type, words)}` })),
          { value: 'list', name: 'Those ticked' },
        ]}
        apply={apply}
      />
      <details className="field">
        <summary>Tick areas</summary>
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
