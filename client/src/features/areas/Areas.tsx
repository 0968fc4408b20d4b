import type { Place } from '@muster/shared/contract/register'
import { AREA_TYPES, type Area } from '@muster/shared/domain/areas/area'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { areasAddress } from '../../api/addresses.ts'
import { pluralOf, usePlace } from '../../api/place.ts'
import { useReply } from '../../api/queries.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Page } from '../../ui/Page.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { ViewForm } from '../../ui/ViewForm.tsx'

export const Areas = ({ view }: { view: ViewOf<'areas'> }) => (
  <Page title="Areas" crumbs={[]} description="The areas that figures and promises are about.">
    <h1>Areas</h1>
    <Answered answer={usePlace()}>{(place) => <AreaList view={view} place={place} />}</Answered>
  </Page>
)

const AreaList = ({ view, place }: { view: ViewOf<'areas'>; place: Place }) => {
  const type = view.type ?? place.headline.areaType
  const areas = useReply(areasAddress({ type }), { keep: true })
  return (
    <>
      <ViewForm view={view} label="Which areas to list">
        <Picker
          name="type"
          label="Kind"
          value={type}
          options={AREA_TYPES.map((value) => ({ value, name: pluralOf(value, place.words) }))}
        />
      </ViewForm>
      <Answered answer={areas}>
        {(found) => (
          <ul className="choices">
            {oursFirst(found, place.ours).map(({ code, name }) => (
              <li key={code}>
                <a className="target" href={formatView(viewOf('area', { code }))}>
                  {name}
                </a>
                {place.oursAndParts.includes(code) && <span className="quiet"> (ours)</span>}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </>
  )
}

const oursFirst = (areas: readonly Area[], ours: readonly string[]): Area[] =>
  areas.toSorted(
    (a, b) =>
      Number(ours.includes(b.code)) - Number(ours.includes(a.code)) || (a.name < b.name ? -1 : 1),
  )
