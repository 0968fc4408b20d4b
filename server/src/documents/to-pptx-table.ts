/** A table of a review on a slide, as wide as the slide, its first row a heading. */
import type { ReviewTable } from '@muster/shared/words/reviews/cell'
import type Library from 'pptxgenjs'

type Slide = ReturnType<InstanceType<typeof Library.default>['addSlide']>

export const addTable = (slide: Slide, table: ReviewTable, y: number): void => {
  const cell = (text: string, numeric: boolean, bold: boolean) => ({
    text,
    options: { bold, align: numeric ? ('right' as const) : ('left' as const), color: INK },
  })
  slide.addTable(
    [
      table.columns.map(({ label, numeric }) => cell(label, numeric, true)),
      ...table.rows.map((row) =>
        row.map(({ text }, index) =>
          cell(text, table.columns[index]?.numeric === true, index === 0),
        ),
      ),
    ],
    {
      x: 0.6,
      y,
      w: 12.1,
      fontSize: 18,
      border: { type: 'solid', pt: 0.75, color: 'D8DBDE' },
      colW: widths(table),
      margin: 0.06,
      valign: 'top',
    },
  )
}

/** No column is narrower than its longest word; longer texts share what is left. */
const widths = ({ columns, rows }: ReviewTable): number[] => {
  const texts = columns.map(({ label }, index) => [
    label,
    ...rows.map((row) => row[index]?.text ?? ''),
  ])
  const least = texts.map(
    (all) =>
      0.2 +
      LETTER * Math.max(...all.flatMap((text) => text.split(' ')).map(({ length }) => length)),
  )
  const wants = texts.map((all, index) =>
    Math.max(0, 0.2 + LETTER * Math.max(...all.map(({ length }) => length)) - (least[index] ?? 0)),
  )
  const left = WIDTH - least.reduce((all, one) => all + one, 0)
  const wanted = Math.max(
    1,
    wants.reduce((all, one) => all + one, 0),
  )
  return least.map((one, index) => one + (left * (wants[index] ?? 0)) / wanted)
}

const INK = '0B0C0C'
/** In inches: how wide a table is, and about how wide a letter of it. */
const WIDTH = 12.1
const LETTER = 0.145
