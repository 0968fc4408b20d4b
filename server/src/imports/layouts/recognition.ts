/**
 * Reads the figures out of a file: the layout is recognised by its headings and titles, never by the
 * name of the file, and nothing is compared with what is known already.
 */

import type { Book, Row } from '../../files/cells/sheet.ts'
import { type Finding, inWords, quoted, stop } from '../import-finding.ts'
import type { Names } from '../names/names.ts'
import { LAYOUTS } from './layouts.ts'
import { type Head, type Layout, type ParsedFile, parsedFile, readHeads } from './reading/layout.ts'

/** @throws UnreadableFile when the file cannot be read; rows may also throw it on the way. */
export const parseFile = (book: Book, source: string, names: Names): ParsedFile => {
  const heads = readHeads(book)
  const own = LAYOUTS.filter(({ sources }) => sources === 'any' || sources.includes(source))
  const layout = own.find((candidate) => candidate.recognise(heads))
  if (layout !== undefined)
    return parsedFile(layout.id, layout.read(heads, names), {
      ...(layout.edition === undefined ? {} : { edition: layout.edition }),
      published: layout.published?.(heads) ?? null,
    })
  const other = LAYOUTS.find((candidate) => candidate.recognise(heads))
  const finding =
    other === undefined ? unknownLayout(heads, own) : otherSource(heads, source, other)
  return { layout: null, edition: '', published: null, items: [finding] }
}

const unknownLayout = (heads: readonly Head[], own: readonly Layout[]): Finding => {
  const { head, row, column, texts } = likeliestHeadings(heads)
  const found = texts.map(quoted).slice(0, 8)
  const more = texts.length > found.length ? ` and ${texts.length - found.length} more` : ''
  return stop(
    'unknown-layout',
    found.length === 0
      ? 'The file has no row that looks like headings, so its layout cannot be recognised.'
      : `The layout of this file is not known. Its headings seem to be ${inWords([...found])}${more}.`,
    { sheet: head?.label ?? null, row, column },
    {
      found: texts.slice(0, 8).join(' | '),
      expected: [...own]
        .reverse()
        .map(({ title, expects }) => `${title}: ${expects}.`)
        .join(' Or '),
      suggestion:
        'Choose the source that the file comes from, say what its columns mean, or copy the figures into the template.',
    },
  )
}

const otherSource = (heads: readonly Head[], source: string, other: Layout): Finding =>
  stop(
    'other-source',
    `This file looks like ${quoted(other.title)}, which is not a file of the source ${quoted(source)}.`,
    { sheet: heads[0]?.label ?? null, row: null, column: null },
    {
      found: other.title,
      expected: `A file of ${source}`,
      suggestion: `Choose the source ${other.sources === 'any' ? '' : other.sources.join(' or ')}, or check that it is the right file.`,
    },
  )

/** Of the first rows of all sheets, the one with the most words; of equal ones the widest. */
const likeliestHeadings = (heads: readonly Head[]) => {
  let best: { head: Head | undefined; row: Row | undefined; score: number } = {
    head: heads[0],
    row: undefined,
    score: 0,
  }
  for (const head of heads)
    for (const row of head.rows) {
      const words = row.cells.filter(({ text }) => /\p{L}{2}/u.test(text)).length
      const score = row.cells.length < 2 || words === 0 ? 0 : words * 20_000 + row.cells.length
      if (score > best.score) best = { head, row, score }
    }
  return {
    head: best.head,
    row: best.row?.row ?? null,
    column: best.row?.cells[0]?.column ?? null,
    texts: (best.row?.cells ?? [])
      .map(({ text }) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== ''),
  }
}
