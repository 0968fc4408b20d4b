import { cellCounts, checkSheetCount } from '../cells/limits.ts'
import type { Book } from '../cells/sheet.ts'
import { UnreadableFile } from '../cells/unreadable-file.ts'
import { localName, readWholeXml } from '../xml/read-xml.ts'
import { damaged, type Part } from '../zip/unzip.ts'
import { xlsxRows } from './xlsx-rows.ts'
import { sharedStrings } from './xlsx-strings.ts'
import { cellFormats } from './xlsx-styles.ts'

/**
 * Reads an Excel workbook: the sheets in its order, hidden ones included, charts left out.
 * Strings and formats are read with the first rows; sheets are read one at a time.
 *
 * Not read: comments, formulas (only the results stored with them), which cells are merged (Excel
 * leaves the covered ones empty).
 */
export const readXlsx = (parts: ReadonlyMap<string, Part>): Book => {
  const path = workbookPath(parts)
  const { sheets, is1904 } = workbook(required(parts, path))
  const targets = relations(parts, path)
  const strings = once(() => sharedStrings(target(parts, targets, 'sharedstrings')))
  const formats = once(() => cellFormats(target(parts, targets, 'styles')))
  const countOf = cellCounts()
  const worksheets = sheets.flatMap(({ name, relation }) => {
    const sheet = targets.get(relation)
    return sheet?.kind === 'worksheet' ? [{ name, part: required(parts, sheet.path) }] : []
  })
  if (worksheets.length === 0) {
    throw new UnreadableFile(
      'This workbook has no worksheet with cells: choose the file with the figures.',
    )
  }
  checkSheetCount(worksheets.length)
  return {
    format: 'xlsx',
    sheets: worksheets.map(({ name, part }) => {
      const count = countOf()
      return {
        name,
        rows: {
          [Symbol.iterator]: () =>
            xlsxRows({ part, name, count, is1904, strings: strings(), formats: formats() }),
        },
      }
    }),
  }
}

type Relation = { kind: string; path: string }

const workbookPath = (parts: ReadonlyMap<string, Part>): string => {
  for (const { kind, path } of relations(parts, '').values()) {
    if (kind === 'officedocument') return path
  }
  return 'xl/workbook.xml'
}

/** The relations of a part by their id; `kind` is the last word of the type, in lower case. */
const relations = (parts: ReadonlyMap<string, Part>, of: string): Map<string, Relation> => {
  const slash = of.lastIndexOf('/') + 1
  const folder = of.slice(0, slash)
  const found = new Map<string, Relation>()
  const part = parts.get(`${folder}_rels/${of.slice(slash)}.rels`)
  if (part === undefined) return found
  readWholeXml(part, {
    open(name, { Id, Type = '', Target = '', TargetMode }) {
      if (localName(name) !== 'Relationship' || Id === undefined || TargetMode === 'External')
        return
      const kind = Type.slice(Type.lastIndexOf('/') + 1).toLowerCase()
      found.set(Id, { kind, path: resolved(folder, Target) })
    },
  })
  return found
}

/** As a browser resolves a link; the result is only ever looked up among the parts. */
const resolved = (folder: string, target: string): string => {
  const steps: string[] = []
  const path = target.startsWith('/') ? target : `${folder}${target}`
  for (const step of path.toLowerCase().replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const workbook = (part: Part) => {
  const sheets: { name: string; relation: string }[] = []
  let is1904 = false
  readWholeXml(part, {
    open(name, attributes) {
      const element = localName(name)
      if (element === 'workbookPr') is1904 = /^(1|true|on)$/.test(attributes.date1904 ?? '')
      if (element !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => /.:id$/.test(key))
      sheets.push({ name: attributes.name ?? '', relation: relation?.[1] ?? '' })
    },
  })
  return { sheets, is1904 }
}

const required = (parts: ReadonlyMap<string, Part>, path: string): Part => {
  const part = parts.get(path)
  if (part === undefined) throw damaged(path)
  return part
}

/** Strings and styles may be absent: a workbook of plain numbers needs neither. */
const target = (
  parts: ReadonlyMap<string, Part>,
  targets: ReadonlyMap<string, Relation>,
  kind: string,
): Part | undefined => {
  for (const relation of targets.values()) {
    if (relation.kind === kind) return required(parts, relation.path)
  }
  return undefined
}

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
