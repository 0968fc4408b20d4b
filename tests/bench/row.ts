/** One line of the table: what was measured, against what, and whether it is reached. */
export type Row = {
  what: string
  ours: string
  /** What the same run measured beside it. */
  limit: string
  result: string
  reach: string
  reached: boolean
  /** Why it may not be reached, and what to try next: printed only when it is not. */
  otherwise: string
  /** Everything that was measured, for the file. */
  numbers: Readonly<Record<string, unknown>>
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export const ROUNDS = 7

/** Measures in turn, so that a machine that slows down slows both. */
export const interleaved = async <Names extends string>(
  measures: Readonly<Record<Names, () => Promise<number> | number>>,
  rounds = ROUNDS,
): Promise<Record<Names, number[]>> => {
  const names = Object.keys(measures) as Names[]
  const found = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    Names,
    number[]
  >
  for (let round = 0; round < rounds; round += 1)
    for (const name of round % 2 === 0 ? names : names.toReversed())
      found[name].push(await measures[name]())
  return found
}

/** The median of the ratios of each round: what disturbed one round disturbs one ratio. */
export const ratioOf = (ours: readonly number[], limit: readonly number[]): number =>
  median(ours.map((value, index) => value / (limit[index] ?? Number.NaN)))

/** The table, and below it a line for each row that is not reached. */
export const printTable = (rows: readonly Row[]): string =>
  [
    table(rows),
    ...rows
      .filter(({ reached }) => !reached)
      .map(({ what, otherwise }) => `\nNot reached: ${what}.\n  ${otherwise}`),
  ].join('\n')

const table = (rows: readonly Row[]): string => {
  const cells = [
    ['what', 'ours', 'limit in the same run', 'result', 'reach', ''],
    ...rows.map((row) => [
      row.what,
      row.ours,
      row.limit,
      row.result,
      row.reach,
      row.reached ? 'reached' : 'NOT REACHED',
    ]),
  ]
  const widths = cells[0]?.map((_, column) =>
    Math.max(...cells.map((line) => [...(line[column] ?? '')].length)),
  )
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
