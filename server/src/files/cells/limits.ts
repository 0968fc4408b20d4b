import { MOST_FILE_BYTES } from '@muster/shared/contract/import'
import { UnreadableFile } from './unreadable-file.ts'

/** What a file may ask of the server. The largest published file seen is 0.9 MB, 38 MB unpacked. */
export const limits = {
  fileBytes: MOST_FILE_BYTES,
  /** Of all parts of an XLSX or ODS file together. */
  unpackedBytes: 400 * 1024 * 1024,
  /** Unpacked to packed size of a part of more than 20 MB; 42 is the most seen in a real file. */
  ratio: 200,
  /** Entries of the zip archive. */
  parts: 10_000,
  sheets: 200,
  /** That hold something, in the whole book. */
  cells: 20_000_000,
  /** What Excel and LibreOffice can show. */
  columns: 16_384,
  rows: 1_048_576,
}

/** Counts the cells of one sheet towards the limit of its book. */
export type CellCount = { restart: () => void; add: (cells: number) => void }

/** Makes one count per sheet of a book; a sheet that is read again is counted anew. */
export const cellCounts = (): (() => CellCount) => {
  let total = 0
  return () => {
    let own = 0
    return {
      restart() {
        total -= own
        own = 0
      },
      add(cells) {
        own += cells
        total += cells
        if (total > limits.cells) {
          throw new UnreadableFile(
            `The file holds more than ${limits.cells.toLocaleString('en-GB')} cells: split it into smaller files.`,
          )
        }
      },
    }
  }
}

/** Refuses a workbook of more sheets than the limit. */
export const checkSheetCount = (sheets: number): void => {
  if (sheets > limits.sheets) {
    throw new UnreadableFile(
      `The workbook has more than ${limits.sheets} sheets: save the sheets you need as a workbook of their own.`,
    )
  }
}

/** Refuses a filled cell that lies further out than a spreadsheet reaches. */
export const checkPlace = (sheet: string, row: number, column: number): void => {
  if (column > limits.columns || row > limits.rows) {
    throw new UnreadableFile(
      `Sheet '${sheet}' has filled cells beyond row ${limits.rows.toLocaleString('en-GB')} or column ${limits.columns.toLocaleString('en-GB')}: delete what is outside the table and save it again.`,
    )
  }
}
