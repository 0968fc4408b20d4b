/** The workbook behind a chart on a slide, which opens when somebody edits the chart's figures. */
import { unzipSync, zipSync } from 'fflate'
import writeExcelFile from 'write-excel-file/node'
import { type SlideChart, serialOf } from './to-pptx-data.ts'

/** Months in the first column, a line in each other one; an empty cell is a gap. */
export const chartSheet = async ({ months, series }: SlideChart): Promise<Uint8Array> => {
  const bytes = await writeExcelFile([
    {
      // The name and the cells to which the chart itself refers.
      sheet: 'Sheet1',
      columns: [{ width: 12 }, ...series.map(() => ({ width: 24 }))],
      stickyRowsCount: 1,
      data: [
        ['Month', ...series.map(({ name }) => name)].map((value) => ({ type: String, value })),
        ...months.map((month, row) => [
          { type: Number, value: serialOf(month), format: 'mmm yyyy' },
          ...series.map(({ values }) => {
            const value = values[row] ?? null
            return value === null ? null : { type: Number, value }
          }),
        ]),
      ],
    },
  ]).toBuffer()
  // Packed anew without the hour, so that the same review gives the same file.
  return zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, file]) => [
        name,
        [file, { mtime: '1980-01-01T00:00:00Z' }],
      ]),
    ),
  )
}
