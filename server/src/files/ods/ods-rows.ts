import { type CellCount, checkPlace } from '../cells/limits.ts'
import type { Cell, Row } from '../cells/sheet.ts'
import { type Cut, readXml } from '../xml/read-xml.ts'
import type { Part } from '../zip/unzip.ts'
import { odsText } from './ods-text.ts'

type OdsSheet = {
  content: Part
  cut: Cut
  /** Names of the text styles that make superscript. */
  raised: ReadonlySet<string>
  name: string
  count: CellCount
}

/**
 * Reads the rows of one sheet. A row or cell that repeats is handed out as often as it repeats if
 * it holds something; repeats of nothing (16,384 × 1,048,576 in most files) only move the count.
 */
export function* odsRows({ content, cut, raised, name, count }: OdsSheet): Generator<Row> {
  count.restart()
  const { handlers, take } = rowGatherer(name, raised)
  for (const _pause of readXml(content, handlers, cut)) {
    for (const { row, repeat, cells } of take()) {
      for (let at = row; at < row + repeat; at += 1) {
        count.add(cells.length)
        yield { row: at, cells: at === row ? cells : cells.map((cell) => ({ ...cell, row: at })) }
      }
    }
  }
}

type RepeatedRow = { row: number; repeat: number; cells: Cell[] }
type Attributes = Readonly<Record<string, string>>

const rowGatherer = (sheet: string, raised: ReadonlySet<string>) => {
  let finished: RepeatedRow[] = []
  let cells: Cell[] = []
  let row = 1
  let rowRepeat = 1
  let column = 1
  let attributes: Attributes | undefined
  let isCovered = false
  let ignored = 0
  const text = odsText(raised)

  const closeCell = (of: Attributes) => {
    const repeat = times(of['table:number-columns-repeated'])
    const cell = isCovered ? undefined : cellOf(of, text.take())
    if (cell !== undefined) {
      checkPlace(sheet, row, column + repeat - 1)
      for (let at = column; at < column + repeat; at += 1) cells.push({ row, column: at, ...cell })
    }
    column += repeat
    attributes = undefined
  }

  const closeRow = () => {
    if (cells.length > 0) {
      checkPlace(sheet, row + rowRepeat - 1, 1)
      finished.push({ row, repeat: rowRepeat, cells })
    }
    row += rowRepeat
  }

  return {
    handlers: {
      open(name: string, of: Attributes) {
        if (ignored > 0 || isOverlay(name)) ignored += 1
        else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
          attributes = of
          isCovered = name === 'table:covered-table-cell'
          text.take()
        } else if (name === 'table:table-row') {
          rowRepeat = times(of['table:number-rows-repeated'])
          cells = []
          column = 1
        } else if (attributes !== undefined) text.open(name, of)
      },
      close(name: string) {
        if (ignored > 0) ignored -= 1
        else if (name === 'table:table-row') closeRow()
        else if (attributes !== undefined) {
          if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
            closeCell(attributes)
          } else text.close(name)
        }
      },
      text(run: string) {
        if (ignored === 0 && attributes !== undefined) text.add(run)
      },
    },
    take() {
      const taken = finished
      finished = []
      return taken
    },
  }
}

/** Content that lies over or behind a cell, not in it. */
const isOverlay = (name: string): boolean =>
  name === 'office:annotation' ||
  name === 'table:table' ||
  name === 'table:shapes' ||
  name === 'text:note' ||
  name.startsWith('draw:')

const times = (count: string | undefined): number => {
  const number = Number(count)
  return Number.isInteger(number) && number > 0 ? number : 1
}

type Content = Omit<Cell, 'row' | 'column'>

const cellOf = (of: Attributes, shown: { text: string; plain?: string }): Content | undefined => {
  const type = of['office:value-type'] ?? of['calcext:value-type']
  const stored = readerOf.get(type ?? 'string')?.(of, shown.text) ?? { value: shown.text }
  const text = shown.text === '' && type !== undefined ? String(stored.value ?? '') : shown.text
  return text === '' ? undefined : { ...shown, ...stored, text }
}

type Stored = { value: Cell['value']; date?: string }

const number = (of: Attributes): Stored => {
  const value = Number(of['office:value'] ?? Number.NaN)
  return { value: Number.isFinite(value) ? value : null }
}

const readerOf = new Map<string, (of: Attributes, text: string) => Stored>([
  ['float', number],
  ['percentage', number],
  ['currency', number],
  [
    'date',
    (of, text) => {
      const value = of['office:date-value'] ?? ''
      const [date] = /^\d{4}-\d\d-\d\d(T\d\d:\d\d.*)?$/.exec(value) ?? []
      return date === undefined
        ? { value: text }
        : { value, date: date.replace(/T00:00(:00([.,]0*)?)?$/, '') }
    },
  ],
  ['time', (of, text) => ({ value: of['office:time-value'] ?? text })],
  ['boolean', (of) => ({ value: of['office:boolean-value'] === 'true' })],
  [
    'string',
    (of, text) =>
      of['calcext:value-type'] === 'error'
        ? { value: null }
        : { value: of['office:string-value'] ?? text },
  ],
])
