import { cellCounts, checkSheetCount } from '../cells/limits.ts'
import type { Book } from '../cells/sheet.ts'
import { UnreadableFile } from '../cells/unreadable-file.ts'
import { type Cut, readWholeXml, readXml } from '../xml/read-xml.ts'
import { damaged, type Part } from '../zip/unzip.ts'
import { odsRows } from './ods-rows.ts'

/**
 * Reads an OpenDocument spreadsheet. All sheets stand in one part, `content.xml`: it is gone
 * through once here to find them, and once more for the rows of each sheet that is read.
 *
 * Not read: comments, drawings, tables inside cells, recorded changes, linked (DDE) tables.
 */
export const readOds = (parts: ReadonlyMap<string, Part>): Book => {
  if (isEncrypted(parts)) {
    throw new UnreadableFile(
      'This spreadsheet is locked with a password: open it, save it without the password, and try again.',
    )
  }
  const content = parts.get('content.xml')
  if (content === undefined) throw damaged('content.xml')
  const { sheets, raised } = contents(content)
  const countOf = cellCounts()
  return {
    format: 'ods',
    sheets: sheets.map(({ name, cut }) => {
      const count = countOf()
      return {
        name,
        rows: { [Symbol.iterator]: () => odsRows({ content, cut, raised, name, count }) },
      }
    }),
  }
}

/** The mark LibreOffice leaves in the manifest, for locked parts and for a locked whole. */
const isEncrypted = (parts: ReadonlyMap<string, Part>): boolean => {
  if (parts.has('encrypted-package')) return true
  const manifest = parts.get('meta-inf/manifest.xml')
  let encrypted = false
  if (manifest !== undefined) {
    readWholeXml(manifest, {
      open: (name) => {
        if (name.endsWith('encryption-data')) encrypted = true
      },
    })
  }
  return encrypted
}

/** Where the rows of each sheet stand, and the names of the styles that raise text. */
const contents = (content: Part) => {
  const sheets: { name: string; cut: Cut }[] = []
  const raised = new Set<string>()
  let depth = 0
  let sheetDepth = Number.POSITIVE_INFINITY
  let open: Cut | undefined
  let textStyle: string | undefined
  const reading = readXml(content, {
    open(name, attributes, at) {
      depth += 1
      if (name === 'office:spreadsheet') sheetDepth = depth + 1
      else if (name === 'table:table' && depth === sheetDepth) {
        const start = at()
        open = { from: start, to: start }
        sheets.push({ name: attributes['table:name'] ?? '', cut: open })
        checkSheetCount(sheets.length)
      } else if (name === 'style:style') {
        textStyle = attributes['style:family'] === 'text' ? attributes['style:name'] : undefined
      } else if (name === 'style:text-properties' && textStyle !== undefined) {
        if (isRaised(attributes['style:text-position'])) raised.add(textStyle)
      }
    },
    close(_name, at) {
      depth -= 1
      if (depth === sheetDepth && open !== undefined) open.to = at()
      if (depth === sheetDepth - 1) open = undefined
      if (depth < sheetDepth - 1) sheetDepth = Number.POSITIVE_INFINITY
    },
  })
  for (const _pause of reading);
  if (sheets.length === 0) {
    throw new UnreadableFile('This file has no sheets: open it and save it as a spreadsheet again.')
  }
  return { sheets, raised }
}

/** LibreOffice writes `super 58%`, Excel `33%`; below the line is `sub` or a negative number. */
const isRaised = (position = ''): boolean =>
  position.startsWith('super') || Number.parseFloat(position) > 0
