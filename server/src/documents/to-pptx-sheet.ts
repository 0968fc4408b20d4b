/** The workbook behind a chart on a slide, which opens when somebody edits the chart's figures. */
import { repacked } from './archive.ts'
import { toXlsx } from './sheet.ts'
import { type SlideChart, serialOf } from './to-pptx-data.ts'

/** Months in the first column, a line in each other one; an empty cell is a gap. */
export const chartSheet = async ({ months, series }: SlideChart): Promise<Uint8Array> =>
  repacked(
    await toXlsx([
      {
        // The name and the cells to which the chart itself refers.
        name: 'Sheet1',
        widths: [12, ...series.map(() => 24)],
        heading: true,
        rows: [
          ['Month', ...series.map(({ name }) => name)],
          ...months.map((month, row) => [
            { value: serialOf(month), format: 'mmm yyyy' },
            ...series.map(({ values }) => values[row] ?? null),
          ]),
        ],
      },
    ]),
  )
