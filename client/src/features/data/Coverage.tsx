import type { CoverageRow } from '@muster/shared/contract/coverage'
import type { Place } from '@muster/shared/contract/register'
import { AREA_TYPES } from '@muster/shared/domain/areas/area'
import type { Metric } from '@muster/shared/domain/series/metric'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { coverageAddress, csvOf, metricsAddress, sourcesAddress } from '../../api/addresses.ts'
import { pluralOf, usePlace } from '../../api/place.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Links } from '../../ui/Links.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { idOptions } from '../../ui/options.ts'
import { Page } from '../../ui/Page.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { ViewForm } from '../../ui/ViewForm.tsx'
import { CoverageGrid, groupsOf } from './CoverageGrid.tsx'
import { NextQuestion } from './NextQuestion.tsx'

type CoverageView = ViewOf<'coverage'>

/** Area by period for one measure: what is known, what is missing and why, what to ask for next. */
export const Coverage = ({ view }: { view: CoverageView }) => {
  const place = usePlace()
  const metrics = useReply(metricsAddress())
  return (
    <Page
      title="Coverage"
      crumbs={[{ name: 'Data', href: formatView(viewOf('data', {})) }]}
      description="Which figures are known for which area and period, which are missing and why."
    >
      <h1>Which figures are known and which are missing</h1>
      <Answered answer={place}>
        {(here) => (
          <Answered answer={metrics}>
            {(known) => <Covered view={view} place={here} metrics={known} />}
          </Answered>
        )}
      </Answered>
    </Page>
  )
}

type Given = { view: CoverageView; place: Place; metrics: readonly Metric[] }

const Covered = ({ view, place, metrics }: Given) => {
  const metric = view.metric ?? place.headline.metric
  const areaType = view.areaType ?? place.headline.areaType
  const address = coverageAddress({ metric, areaType })
  const rows = useReply(address, { keep: true })
  const name = metrics.find(({ id }) => id === metric)?.name ?? metric
  return (
    <>
      <ViewForm view={view} label="Coverage of what">
        <Picker wide name="metric" label="Measure" value={metric} options={idOptions(metrics)} />
        <Picker
          name="areaType"
          label="Areas"
          value={areaType}
          options={AREA_TYPES.map((value) => ({ value, name: pluralOf(value, place.words) }))}
        />
      </ViewForm>
      <Answered answer={rows}>
        {(found) => (
          <>
            <Groups rows={found} name={name} plural={pluralOf(areaType, place.words)} />
            <Links>
              <a href={csvOf(address)} download>
                This table as CSV
              </a>
              <a href={formatView(viewOf('compare', { metric, areaType }))}>The figures</a>
              <a href={formatView(viewOf('data', {}))}>The known gaps of each source</a>
            </Links>
          </>
        )}
      </Answered>
    </>
  )
}

const Groups = ({
  rows,
  name,
  plural,
}: {
  rows: readonly CoverageRow[]
  name: string
  plural: string
}) => {
  const sources = replyOf(useReply(sourcesAddress())) ?? []
  const groups = groupsOf(rows)
  if (groups.every(({ source }) => source === null)) {
    const [group] = groups
    return (
      <>
        <h2>{name}</h2>
        <Notice title={`No figure of this measure is known for any of these ${plural}: ${name}`}>
          <p>Not published is not the same as none.</p>
        </Notice>
        {group && <NextQuestion name={name} group={group} table={null} />}
      </>
    )
  }
  return groups
    .filter(({ source }) => source !== null)
    .map((group) => {
      const title = sources.find(({ id }) => id === group.source)?.title ?? group.source ?? ''
      return (
        <section key={group.key} aria-labelledby={group.key}>
          <CoverageGrid group={group} title={title} />
          <NextQuestion name={name} group={group} table={title} />
        </section>
      )
    })
}
