import type { CoverageRow } from '@muster/shared/contract/coverage'
import { formatView, viewOf } from '@muster/shared/view/view'
import { formatDate, formatNumber } from '@muster/shared/words/format'
import { BASIS_TERMS, MISSING_TERMS, TRUST_TERMS } from '@muster/shared/words/terms'
import { Table } from '../../ui/Table.tsx'

/** One source on one basis, for all areas. */
export type CoverageGroup = {
  key: string
  basis: CoverageRow['basis']
  source: string | null
  rows: CoverageRow[]
}

export const groupsOf = (rows: readonly CoverageRow[]): CoverageGroup[] => {
  const groups = new Map<string, CoverageGroup>()
  for (const row of rows) {
    const key = `${row.basis}-${row.source ?? 'none'}`
    const group = groups.get(key) ?? { key, basis: row.basis, source: row.source, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Area by year: `10 of 12`, so that it reads without colour; reasons below the table. */
export const CoverageGrid = ({ group, title }: { group: CoverageGroup; title: string }) => {
  const years = [...new Set(group.rows.flatMap((row) => row.years.map(({ year }) => year)))].sort()
  const known = group.rows.filter((row) => row.known > 0).length
  return (
    <>
      <h2 id={group.key}>
        {title} ({BASIS_TERMS[group.basis].label})
      </h2>
      <p>
        {formatNumber(known)} of {formatNumber(group.rows.length)} areas have a figure.
        {years.length === 0 && ' None of them is dated.'}
      </p>
      <Table
        name={`Coverage, ${title}`}
        caption="Dates with a figure, of those at which there should be one"
        rows={group.rows}
        keyOf={({ area }) => area}
        columns={[
          {
            head: 'Area',
            cell: ({ area, name }) => (
              <a href={formatView(viewOf('area', { code: area }))}>{name}</a>
            ),
          },
          ...years.map((year) => ({
            head: year,
            number: true,
            cell: (row: CoverageRow) => countOf(row, year),
          })),
          { head: 'Newest', cell: ({ last }) => (last === null ? 'none' : formatDate(last)) },
          {
            head: 'Trust',
            cell: ({ trusts }) => trusts.map((trust) => TRUST_TERMS[trust].label).join(', '),
          },
        ]}
      />
      <Reasons rows={group.rows} />
    </>
  )
}

/** The reasons that stand in place of values, with how many dates each explains. */
const Reasons = ({ rows }: { rows: readonly CoverageRow[] }) => {
  const counts = new Map<string, number>()
  for (const { gaps } of rows)
    for (const { missing, why } of gaps) {
      const words = `${MISSING_TERMS[missing].mark} ${MISSING_TERMS[missing].label}: ${why}`
      counts.set(words, (counts.get(words) ?? 0) + 1)
    }
  const reasons = [...counts].sort((a, b) => b[1] - a[1])
  if (reasons.length === 0) return <p>Nothing is missing.</p>
  return (
    <details>
      <summary className="opener">Why dates are missing</summary>
      <ul>
        {reasons.slice(0, MOST_REASONS).map(([words, count]) => (
          <li key={words}>
            {words} ({formatNumber(count)})
          </li>
        ))}
        {reasons.length > MOST_REASONS && (
          <li>and {formatNumber(reasons.length - MOST_REASONS)} more, in the CSV</li>
        )}
      </ul>
    </details>
  )
}

const countOf = (row: CoverageRow, year: string): string => {
  const found = row.years.find((each) => each.year === year)
  return found === undefined || found.expected === 0 ? '–' : `${found.known} of ${found.expected}`
}

const MOST_REASONS = 12
