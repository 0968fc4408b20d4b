import { CsvError, Parser } from 'csv-parse'
import { UnreadableFile } from '../cells/unreadable-file.ts'
import { type CsvRecord, plainRecords, type RecordStart } from './plain-records.ts'

/** Reads the records a stretch of the file at a time; any mix of line ends, rows of any length. */
export function* csvRecords(
  text: Uint8Array,
  { delimiter, trim }: { delimiter: string; trim: boolean },
): Generator<CsvRecord> {
  const start = trim ? { at: 0, line: 1 } : yield* plainRecords(asBuffer(text), delimiter)
  if (start.at < text.length) yield* parsedRecords(text, { delimiter, trim }, start)
}

/** All of CSV, from a record that begins at `start`. */
function* parsedRecords(
  text: Uint8Array,
  { delimiter, trim }: { delimiter: string; trim: boolean },
  start: RecordStart,
): Generator<CsvRecord> {
  const parser = new RecordParser({
    delimiter,
    trim,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
  })
  let { line } = start
  for (let { at } = start; at <= text.length; at += STRETCH_BYTES) {
    const failure = parser.step(
      text.subarray(at, at + STRETCH_BYTES),
      at + STRETCH_BYTES > text.length,
    )
    for (const fields of parser.finished()) {
      yield { line, fields }
      line += 1 + lineBreaks(fields, delimiter, line)
    }
    if (failure !== undefined) throw unclosedQuote(line, failure)
  }
}

/**
 * Finds what separates the fields: of comma, semicolon, bar and tab, the one by which most of the
 * first records have the same number of fields. Title lines above the table are outvoted.
 */
export const delimiterOf = (text: Uint8Array): string => {
  const head = text.subarray(0, SAMPLE_BYTES)
  let best = { delimiter: ',', records: 0, fields: 0 }
  for (const delimiter of [',', ';', '\t', '|']) {
    const { records, fields } = commonestWidth(head, delimiter)
    if (records > best.records || (records === best.records && fields > best.fields)) {
      best = { delimiter, records, fields }
    }
  }
  return best.delimiter
}

/**
 * Whether spaces stand between a separator and a quotation mark (`a, "1,234" ,b`), as people type
 * it. Then spaces around fields have no meaning; else they are kept, for they can be indents.
 */
export const hasSpacedQuotes = (text: Uint8Array, delimiter: string): boolean => {
  const bytes = asBuffer(text)
  // A trimming parser would take tabs for spaces.
  return (
    delimiter !== '\t' && (bytes.includes(`${delimiter} "`) || bytes.includes(`" ${delimiter}`))
  )
}

const STRETCH_BYTES = 64 * 1024
const SAMPLE_BYTES = 256 * 1024
const SAMPLE_RECORDS = 50

/**
 * csv-parse as a stream answers asynchronously, its synchronous form holds the whole file. Its
 * stream does its work inside these two calls, so that they can be made one after another.
 */
class RecordParser extends Parser {
  #records: string[][] = []

  override push(record: string[] | null): boolean {
    if (record !== null) this.#records.push(record)
    return true
  }

  step(stretch: Uint8Array, isLast: boolean): Error | undefined {
    let failure: Error | undefined
    const done = (error?: Error | null) => {
      failure ??= error ?? undefined
    }
    if (stretch.length > 0) this._transform(asBuffer(stretch), 'utf8', done)
    if (isLast && failure === undefined) this._flush(done)
    return failure
  }

  finished(): string[][] {
    const finished = this.#records
    this.#records = []
    return finished
  }
}

/** A view, not a copy. */
const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * A mark that is never closed swallows lines until the next mark, which then stands at the start
 * of a field: told apart from a quoted text of several lines by that.
 */
const lineBreaks = (fields: readonly string[], delimiter: string, line: number): number => {
  let breaks = 0
  for (const field of fields) {
    if (!field.includes('\n') && !field.includes('\r')) continue
    if (field.startsWith('"') && (field.includes(`${delimiter}"`) || /[\r\n]"/.test(field))) {
      throw unclosedQuote(line)
    }
    breaks += field.split(/\r\n|\n|\r/).length - 1
  }
  return breaks
}

const unclosedQuote = (line: number, cause?: Error): Error =>
  cause === undefined || cause instanceof CsvError
    ? new UnreadableFile(
        `The record that starts on line ${line} opens a quotation mark (") that is not closed: close it, or remove it, and try again.`,
        { cause },
      )
    : cause

const commonestWidth = (head: Uint8Array, delimiter: string) => {
  const records = new Map<number, number>()
  let seen = 0
  try {
    for (const { fields } of csvRecords(head, { delimiter, trim: false })) {
      if (fields.length > 1) records.set(fields.length, (records.get(fields.length) ?? 0) + 1)
      if (fields.length > 1 || fields[0] !== '') seen += 1
      if (seen === SAMPLE_RECORDS) break
    }
  } catch {
    // The head ends in the middle of a record: what was read before that is enough.
  }
  return [...records].reduce(
    (best, [fields, number]) =>
      number > best.records || (number === best.records && fields > best.fields)
        ? { fields, records: number }
        : best,
    { fields: 0, records: 0 },
  )
}
