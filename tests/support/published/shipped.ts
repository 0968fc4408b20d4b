/** The shipped figures that a small file in a publisher's layout is made of, and must give again. */
import { join } from 'node:path'
import { readCsvFile } from '@muster/server/data-pack/csv-file'
import { FigureRow } from '@muster/server/data-pack/figure-row'

/** A small file of our own in a publisher's layout, with the figures that it holds. */
export type PublishedFile = {
  name: string
  source: string
  bytes: Uint8Array
  figures: readonly FigureRow[]
}

/** Rows of `data/figures/<file>.csv`. */
export const shippedFigures = (
  file: string,
  wanted: (row: FigureRow) => boolean = () => true,
): FigureRow[] =>
  readCsvFile(join(import.meta.dirname, `../../../data/figures/${file}.csv`), FigureRow)
    .map(({ record }) => record)
    .filter(wanted)

/** The value of one of the rows; an Error names what is not there, so that no test compares nothing. */
export const figureAt = (
  rows: readonly FigureRow[],
  key: Pick<FigureRow, 'metric' | 'basis' | 'area' | 'date'>,
): number => {
  const found = rows.find(
    ({ metric, basis, area, date }) =>
      metric === key.metric && basis === key.basis && area === key.area && date === key.date,
  )
  if (found?.value == null) throw new Error(`data/ has no ${JSON.stringify(key)}.`)
  return found.value
}

/** Two parts that come to the whole, each with the decimals that the publisher stores. */
export const split = (whole: number): [number, number] => {
  const first = Math.floor(whole * 0.3)
  return [first, Number((whole - first).toFixed(2))]
}
