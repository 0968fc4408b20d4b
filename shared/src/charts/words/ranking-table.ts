/** The table under a dot plot: ours first, then in order, each with the range of its rank. */
import type { RankedArea } from '../../contract/ranking.ts'
import { formatDate, formatRank } from '../../words/format.ts'
import { codesOf, formatExact, type Measure, measureTitle } from '../../words/measure.ts'
import { TRUST_TERMS } from '../../words/terms.ts'
import { decimalsNeeded, type TableColumn, type TableModel, wordsCell } from './table-model.ts'

export const rankingTable = (
  rows: readonly RankedArea[],
  { measure, ours }: { measure: Measure; ours: readonly string[] },
  caption: string,
): TableModel => {
  const decimals = decimalsNeeded(
    rows.flatMap((row) => row.value ?? []),
    measure,
  )
  const divided = rows.some((row) => row.denominator !== null)
  const first = rows.filter((row) => ours.includes(row.area))
  const rest = rows.filter((row) => !ours.includes(row.area))
  return {
    caption,
    columns: [
      column('area', 'Area'),
      { ...column('value', measureTitle(measure)), numeric: true },
      column('rank', 'Place from the highest'),
      column('date', 'Date'),
      ...(divided ? [column('denominator', 'Divided by')] : []),
      column('codes', 'Codes'),
      column('trust', 'Trust'),
    ],
    rows: [...first, ...rest].map((row) => ({
      key: row.area,
      ours: ours.includes(row.area),
      cells: [
        wordsCell(row.name),
        row.value === null
          ? wordsCell('')
          : { text: formatExact(row.value, measure, decimals), observation: row.observation },
        wordsCell(rangeOf(row)),
        wordsCell(formatDate(row.date)),
        ...(divided ? [wordsCell(row.denominator ?? '')] : []),
        wordsCell(codesOf(row).join(' ')),
        wordsCell(row.trust === null ? '' : TRUST_TERMS[row.trust].label),
      ],
    })),
  }
}

const rangeOf = ({ rankFrom, rankTo, of }: RankedArea): string =>
  rankFrom === null || rankTo === null ? '' : formatRank(rankFrom, rankTo, of)

const column = (key: string, label: string): TableColumn => ({
  key,
  label,
  numeric: false,
  ours: false,
})
