import type { ImportChange } from '@muster/shared/contract/import'
import type { Metric } from '@muster/shared/domain/series/metric'
import { formatChange, formatDate, formatNumber } from '@muster/shared/words/format'
import { exactDecimals, isPercent, type Measure, measureTitle } from '@muster/shared/words/measure'
import { MISSING_TERMS } from '@muster/shared/words/terms'
import { LongTable } from './LongTable.tsx'

type Given = { changes: readonly ImportChange[]; metrics: readonly Metric[] }

export const ChangesTable = ({ changes, metrics }: Given) => (
  <LongTable
    name="Changed figures, the biggest change first"
    first={50}
    noun="change"
    rows={changes.map((change) => ({ change, measure: measureOf(change, metrics) }))}
    keyOf={({ change }) => `${change.metric} ${change.basis} ${change.area} ${change.date}`}
    columns={[
      {
        head: 'Measure',
        cell: ({ change, measure }) =>
          measure === null ? `${change.metric} (${change.basis})` : measureTitle(measure),
      },
      { head: 'Area', cell: ({ change }) => change.areaName },
      { head: 'Date', cell: ({ change }) => formatDate(change.date) },
      {
        head: 'Old',
        number: true,
        cell: (row) => shown(row, row.change.old, row.change.oldMissing),
      },
      {
        head: 'New',
        number: true,
        cell: (row) => shown(row, row.change.new, row.change.newMissing),
      },
      {
        head: 'Difference',
        number: true,
        cell: (row) =>
          row.change.old !== null &&
          row.change.new !== null &&
          formatChange(row.change.change, decimalsOf(row)),
      },
    ]}
  />
)

type Row = { change: ImportChange; measure: Measure | null }

const measureOf = ({ metric, basis }: ImportChange, metrics: readonly Metric[]): Measure | null => {
  const known = metrics.find(({ id }) => id === metric)
  return known === undefined ? null : { ...known, basis: basis as Measure['basis'], per: null }
}

const shown = (row: Row, value: number | null, missing: ImportChange['oldMissing']): string => {
  if (value === null)
    return missing === null ? '' : `${MISSING_TERMS[missing].mark} ${MISSING_TERMS[missing].label}`
  const unit = row.measure !== null && isPercent(row.measure) ? '%' : ''
  return `${formatNumber(value, decimalsOf(row))}${unit}`
}

/** As many as show that the two values differ; the most that is published is two. */
const decimalsOf = ({ change: { old, new: next }, measure }: Row): number => {
  const least = measure === null ? 1 : exactDecimals(measure)
  const isExact = (value: number | null, decimals: number) =>
    value === null || Math.abs(value - Number(value.toFixed(decimals))) < 1e-9
  return (
    [least, least + 1].find((decimals) => isExact(old, decimals) && isExact(next, decimals)) ??
    Math.max(2, least)
  )
}
