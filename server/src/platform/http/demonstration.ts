/** A file leaves its page behind: every row of a demonstration says that its figures are invented. */
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { MadeAnswer } from './finished.ts'

/** @param noticeOf what the register says of itself; undefined where the figures are real. */
export const markDemonstration = (
  made: MadeAnswer,
  noticeOf: () => string | undefined,
): MadeAnswer => {
  if (!made.type.startsWith('text/csv')) return made
  const notice = noticeOf()
  if (notice === undefined) return made
  const rows = parse(made.bytes, { bom: true, relax_column_count: true }) as string[][]
  const marked = rows.map((row, index) => [...row, index === 0 ? 'demonstration' : notice])
  return { ...made, bytes: Buffer.from(stringify(marked)) }
}
