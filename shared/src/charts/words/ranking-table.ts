/** The table under a dot plot: ours first, then in order, each with the range of its rank. */
import type { RankedArea } from '../../contract/ranking.ts'
import { formatDateOf, formatRank } from '../../words/format.ts'
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
  const parts = rows.find((row) => row.parts?.length)?.parts ?? []
  const divided = rows.some((row) => row.denominator !== null)
  const first = rows.filter((row) => ours.includes(row.area))
  const rest = rows.filter((row) => !ours.includes(row.area))
  return {
    caption,
    columns: [
      textColumn('area', 'Area'),
      ...parts.map(({ metric, short }) => numberColumn(metric, short)),
      numberColumn('value', parts.length === 0 ? measureTitle(measure) : 'Together'),
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
        ...parts.map(({ metric }) => {
          const part = row.parts?.find((each) => each.metric === metric)
          return part === undefined
            ? wordsCell('')
            : { text: formatExact(part.value, measure, decimals), observation: part.observation }
        }),
        row.value === null
          ? wordsCell('')
          : { text: formatExact(row.value, measure, decimals), observation: row.observation },
        wordsCell(rangeOf(row)),
        wordsCell(formatDateOf(row)),
        ...(divided ? [wordsCell(row.denominator ?? '')] : []),
        wordsCell(codesOf(row).join(' ')),
        wordsCell(row.trust === null ? '' : TRUST_TERMS[row.trust].label),
      ],
    })),
  }
}

const rangeOf = ({ rankFrom, rankTo, of }: RankedArea): string =>
  rankFrom === null || rankTo === null ? '' : formatRank(rankFrom, rankTo, of)
