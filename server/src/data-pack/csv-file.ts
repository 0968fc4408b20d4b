/**
 * A CSV file of `data/`: rows as objects by heading, each with its line for messages. A heading names
 * the field of a record, in small letters: `made_by` is `madeBy`.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { z } from 'zod'

export type CsvRow<Record> = { line: number; record: Record }

/** A curated file that breaks its own rules, with file and line. */
export class FaultyData extends Error {
  override readonly name = 'FaultyData'
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** @throws FaultyData naming file, line, column and what was found. */
export const readCsvFile = <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): CsvRow<z.output<Schema>>[] =>
  rawRows(path).map(({ line, record }) => {
    const result = schema.safeParse(record)
    if (result.success) return { line, record: result.data }
    const [issue] = result.error.issues
    const field = String(issue?.path[0] ?? '')
    throw new FaultyData(
      `${path}, line ${line}, ${headingOf(field)}: ${issue?.message}. Found "${record[field] ?? ''}".`,
    )
  })

const rawRows = (path: string): CsvRow<Record<string, string>>[] => {
  try {
    const rows = parse(readFileSync(path), {
      bom: true,
      columns: (headings: string[]) => headings.map(fieldOf),
      info: true,
    }) as {
      info: { lines: number }
      record: Record<string, string>
    }[]
    return rows.map((row) => ({ line: row.info.lines, record: row.record }))
  } catch (error) {
    throw new FaultyData(`${path} cannot be read: ${(error as Error).message}.`)
  }
}

const fieldOf = (heading: string): string =>
  heading.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const headingOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
