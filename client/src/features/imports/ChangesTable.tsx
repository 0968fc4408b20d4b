import type { ImportChange } from '@muster/shared/contract/import'
import type { Metric } from '@muster/shared/domain/series/metric'
import { formatChange, formatDate, formatNumber } from '@muster/shared/words/format'
import { exactDecimals, isPercent, type Measure, measureTitle } from '@muster/shared/words/measure'
import { MISSING_TERMS } from '@muster/shared/words/terms'
import { useState } from 'react'
import { ScrollBox } from '../../ui/ScrollBox.tsx'
import { countOf } from './import-words.ts'

type Given = { changes: readonly ImportChange[]; metrics: readonly Metric[] }

export const ChangesTable = ({ changes, metrics }: Given) => {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? changes : changes.slice(0, FIRST)
  return (
    <>
      <ScrollBox name="Changed figures, the biggest change first">
        <table>
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">Area</th>
              <th scope="col">Date</th>
              <th scope="col" className="number">
                Old
              </th>
              <th scope="col" className="number">
                New
              </th>
              <th scope="col" className="number">
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((change) => (
              <ChangeRow
                key={`${change.metric} ${change.basis} ${change.area} ${change.date}`}
                change={change}
                metric={metrics.find(({ id }) => id === change.metric)}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {shown.length < changes.length && (
        <p>
          <button type="button" onClick={() => setWhole(true)}>
            Show all {countOf(changes.length, 'change')}
          </button>
        </p>
      )}
    </>
  )
}

type RowGiven = { change: ImportChange; metric: Metric | undefined }

const ChangeRow = ({ change, metric }: RowGiven) => {
  const measure =
    metric === undefined ? null : { ...metric, basis: change.basis as Measure['basis'], per: null }
  const decimals = decimalsOf(change, measure)
  const unit = measure !== null && isPercent(measure) ? '%' : ''
  const value = (number: number | null, missing: ImportChange['oldMissing']) =>
    number === null
      ? missing === null
        ? ''
        : `${MISSING_TERMS[missing].mark} ${MISSING_TERMS[missing].label}`
      : `${formatNumber(number, decimals)}${unit}`
  return (
    <tr>
      <th scope="row">
        {measure === null ? `${change.metric} (${change.basis})` : measureTitle(measure)}
      </th>
      <td>{change.areaName}</td>
      <td>{formatDate(change.date)}</td>
      <td className="number">{value(change.old, change.oldMissing)}</td>
      <td className="number">{value(change.new, change.newMissing)}</td>
      <td className="number">
        {change.old === null || change.new === null ? '' : formatChange(change.change, decimals)}
      </td>
    </tr>
  )
}

/** As many as show that the two values differ; the most that is published is two. */
const decimalsOf = ({ old, new: next }: ImportChange, measure: Measure | null): number => {
  const least = measure === null ? 1 : exactDecimals(measure)
  const isExact = (value: number | null, decimals: number) =>
    value === null || Math.abs(value - Number(value.toFixed(decimals))) < 1e-9
  return (
    [least, least + 1].find((decimals) => isExact(old, decimals) && isExact(next, decimals)) ??
    Math.max(2, least)
  )
}

const FIRST = 50
