/**
 * The records of which it can be seen at a glance where they end: one on each line, every quoted
 * field closed on it. That is nearly every record of nearly every file, at a small part of what a
 * parser of all of CSV costs; the first one that is not so is left to that parser.
 */

/** `line` is where the record starts in the file, from 1; quoted line breaks count as lines. */
export type CsvRecord = { line: number; fields: readonly string[] }

/** Where a record begins: a byte of the text, and the line on which that is. */
export type RecordStart = { at: number; line: number }

/** @returns where the first record begins that is not plain; the end of the text when all are. */
export function* plainRecords(bytes: Buffer, delimiter: string): Generator<CsvRecord, RecordStart> {
  let line = 1
  let at = 0
  while (at < bytes.length) {
    const end = stretchEnd(bytes, at)
    if (end === undefined) return { at, line }
    const stretch = bytes.toString('utf8', at, end)
    const isQuoted = stretch.includes('"')
    const hasReturns = stretch.includes('\r')
    for (let from = 0; from < stretch.length; ) {
      const lineFeed = stretch.indexOf('\n', from)
      const next = lineFeed < 0 ? stretch.length : lineFeed + 1
      let to = lineFeed < 0 ? stretch.length : lineFeed
      if (hasReturns && to > from && stretch[to - 1] === '\r') to -= 1
      const text = stretch.slice(from, to)
      const fields =
        hasReturns && text.includes('\r')
          ? undefined
          : isQuoted && text.includes('"')
            ? quotedFields(text, delimiter)
            : text.split(delimiter)
      if (fields === undefined) return { at: at + Buffer.byteLength(stretch.slice(0, from)), line }
      yield { line, fields }
      line += 1
      from = next
    }
    at = end
  }
  return { at, line }
}

/** After the last whole line within reach; none in a file of one endless line, or of old line ends. */
const stretchEnd = (bytes: Buffer, at: number): number | undefined => {
  if (at + STRETCH_BYTES >= bytes.length) return bytes.length
  const last = bytes.subarray(at, at + STRETCH_BYTES).lastIndexOf('\n')
  return last < 0 ? undefined : at + last + 1
}

/** Fields of a line with quotation marks; undefined where a mark stands anywhere unusual. */
const quotedFields = (text: string, delimiter: string): string[] | undefined => {
  const fields: string[] = []
  for (let from = 0; ; ) {
    let field: string
    let end: number
    if (text[from] === '"') {
      end = closingMark(text, from + 1) + 1
      if (end === 0) return undefined
      field = text.slice(from + 1, end - 1).replaceAll('""', '"')
    } else {
      const found = text.indexOf(delimiter, from)
      end = found < 0 ? text.length : found
      field = text.slice(from, end)
      if (field.includes('"')) return undefined
    }
    fields.push(field)
    if (end === text.length) return fields
    if (text[end] !== delimiter) return undefined
    from = end + 1
  }
}

/** Of the mark that is not doubled; -1 when the field goes on after this line. */
const closingMark = (text: string, from: number): number => {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at
  return -1
}

const STRETCH_BYTES = 64 * 1024
