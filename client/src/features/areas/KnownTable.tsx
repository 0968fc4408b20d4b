import { decimalsNeeded } from '@muster/shared/charts/words/table-model'
import type { KnownSeries } from '@muster/shared/contract/area-profile'
import { formatView, viewOf } from '@muster/shared/view/view'
import { formatAsAt, formatDate, formatNumber, formatPeriod } from '@muster/shared/words/format'
import { formatExact } from '@muster/shared/words/measure'
import { BASIS_TERMS } from '@muster/shared/words/terms'
import { ScrollBox } from '../../ui/ScrollBox.tsx'
import { TrustTag } from '../../ui/TrustTag.tsx'

/** Every series known of an area, by source: two sources are two rows and never one line. */
export const KnownTable = ({ area, series }: { area: string; series: readonly KnownSeries[] }) => (
  <ScrollBox name="Figures known">
    <table>
      <caption>
        Figures known, {formatNumber(series.length)} series: each is one measure by one source
      </caption>
      <thead>
        <tr>
          <th scope="col">Measure</th>
          <th scope="col" className="number">
            Newest
          </th>
          <th scope="col">As at</th>
          <th scope="col">Known</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {series.map((entry) => (
          <Row
            key={`${entry.metric} ${entry.basis} ${entry.source.id}`}
            area={area}
            entry={entry}
          />
        ))}
      </tbody>
    </table>
  </ScrollBox>
)

const Row = ({ area, entry }: { area: string; entry: KnownSeries }) => {
  const { metric, name, basis, newest, newerIn, known, missing, first, last, source } = entry
  const measure = { ...entry, per: null }
  return (
    <tr>
      <th scope="row">
        <a href={formatView(viewOf('compare', { metric, basis, areas: [area] }))}>{name}</a>
        {basis !== 'not_stated' && <span className="note"> {BASIS_TERMS[basis].label}</span>}
      </th>
      <td className="number">
        <a href={formatView(viewOf('evidence', { id: newest.observation }))}>
          {formatExact(newest.value, measure, decimalsNeeded([newest.value], measure))}
        </a>
      </td>
      <td>
        {formatAsAt(newest.date).replace(/^as at /, '')} <TrustTag trust={newest.trust} />
        {newerIn !== null && (
          <span className="note line">
            {newerIn.name} has one of {formatDate(newerIn.date)}, which cannot be split
          </span>
        )}
      </td>
      <td>
        {formatNumber(known)} {known === 1 ? 'value' : 'values'}
        {first !== last && `, ${formatPeriod(first, last)}`}
        {missing > 0 && <span className="note line">{formatNumber(missing)} missing</span>}
      </td>
      <td>{source.title}</td>
    </tr>
  )
}
