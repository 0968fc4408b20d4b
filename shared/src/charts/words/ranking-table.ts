/** The table under a dot plot: ours first, then in order, each with the range of its rank. */
import type { RankedArea } from '../../contract/ranking.ts'
import { formatDate, formatRank } from '../../words/format.ts'
import { codesOf, formatExact, type Measure, measureTitle } from '../../words/measure.ts'
import { TRUST_TERMS } from '../../words/terms.ts'
import {
  decimalsNeeded,
  numberColumn,
  type TableModel,
  textColumn,
  wordsCell,
} from './table-model.ts'

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
      textColumn('area', 'Area'),
      numberColumn('value', measureTitle(measure)),
      textColumn('rank', 'Rank from the highest'),
      textColumn('date', 'Date'),
      ...(divided ? [textColumn('denominator', 'Divided by')] : []),
      textColumn('codes', 'Codes'),
      textColumn('trust', 'Trust'),
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
