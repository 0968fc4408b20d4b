import type { KnownSeries } from '@muster/shared/contract/area-profile'
import { formatView, viewOf } from '@muster/shared/view/view'
import { formatDate, formatDateOf, formatNumber, formatPeriod } from '@muster/shared/words/format'
import { BASIS_TERMS } from '@muster/shared/words/terms'
import { evidenceHref } from '../../ui/evidence-href.ts'
import { Table } from '../../ui/Table.tsx'
import { TrustTag } from '../../ui/TrustTag.tsx'
import { formatShortest } from './format-shortest.ts'

/** Every series known of an area, by source: two sources are two rows and never one line. */
export const KnownTable = ({ area, series }: { area: string; series: readonly KnownSeries[] }) => (
  <Table
    name="Figures known"
    caption={`Figures known, ${formatNumber(series.length)} series: each is one measure by one source`}
    rows={series}
    keyOf={({ metric, basis, source }) => `${metric} ${basis} ${source.id}`}
    columns={[
      {
        head: 'Measure',
        cell: ({ metric, name, basis }) => (
          <>
            <a href={formatView(viewOf('compare', { metric, basis, areas: [area] }))}>{name}</a>
            {basis !== 'not_stated' && <span className="note"> {BASIS_TERMS[basis].label}</span>}
          </>
        ),
      },
      {
        head: 'Newest',
        number: true,
        cell: ({ newest, ...measured }) => (
          <a href={evidenceHref(newest.observation)}>
            {formatShortest(newest.value, { ...measured, per: null })}
          </a>
        ),
      },
      {
        head: 'As at',
        cell: ({ newest, newerIn }) => (
          <>
            {formatDateOf(newest)} <TrustTag trust={newest.trust} />
            {newerIn !== null && (
              <span className="note line">
                {newerIn.name} has one of {formatDate(newerIn.date)}, which cannot be split
              </span>
            )}
          </>
        ),
      },
      {
        head: 'Known',
        cell: ({ known, missing, first, last }) => (
          <>
            {formatNumber(known)} {known === 1 ? 'value' : 'values'}
            {first !== last && `, ${formatPeriod(first, last)}`}
            {missing > 0 && <span className="note line">{formatNumber(missing)} missing</span>}
          </>
        ),
      },
      { head: 'Source', cell: ({ source }) => source.title },
    ]}
  />
)
