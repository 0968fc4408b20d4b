/** The promise files of `data/register` joined into one record a promise. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Basis } from '@muster/shared/domain/series/observation'
import { DateText } from '@muster/shared/domain/series/period'
import {
  About,
  Need,
  PromiseKind,
  PromiseRecord,
  type Reading,
} from '@muster/shared/domain/verdicts/promise'
import { z } from 'zod'
import { FaultyData, readCsvFile } from './csv-file.ts'
import { blankAsNull, listOf, NumberText } from './figure-row.ts'

/** @throws FaultyData when a promise is half filled in without saying what is missing. */
export const readPromiseFiles = (folder: string): PromiseRecord[] => {
  if (!existsSync(join(folder, 'promises.csv'))) return []
  const readings = readCsvFile(join(folder, 'promise_readings.csv'), ReadingRow)
  const steps = readCsvFile(join(folder, 'promise_steps.csv'), StepRow)
  const statements = readCsvFile(join(folder, 'promise_statements.csv'), StatementRow)
  const rows = readCsvFile(join(folder, 'promises.csv'), PromiseRow)
  const ids = new Set(rows.map(({ record }) => record.id))
  return rows.map(({ line, record }) => {
    for (const link of [record.repeats, record.step_of])
      if (link !== null && (link === record.id || !ids.has(link)))
        throw new FaultyData(`promises.csv, line ${line}: there is no other promise ${link}.`)
    const own = readings.filter((row) => row.record.promise === record.id)
    const promise = PromiseRecord.parse({
      ...record,
      madeBy: record.made_by,
      dueWorded: record.due_worded,
      endedOn: record.ended_on,
      endedBy: record.ended_by,
      endedUrl: record.ended_url,
      endedDocument: record.ended_document,
      replacedBy: record.replaced_by,
      policeStaffing: record.police_staffing === 'yes',
      stepOf: record.step_of,
      termEnd: record.term_end,
      leftOffice: record.left_office,
      readings: own.map(
        ({ record: row }): Reading => ({
          ...row,
          id: row.reading,
          targetKind: row.target_kind,
          baselineDate: row.baseline_date,
          baselineNote: row.baseline_note,
          dueNote: row.due_note,
          seriesNote: row.series_note,
          untested:
            row.untested === null
              ? null
              : { why: row.untested, where: row.untested_where, source: row.untested_source },
          steps: steps
            .filter(
              (step) => step.record.promise === record.id && step.record.reading === row.reading,
            )
            .map(({ record: { date, value } }) => ({ date, value })),
        }),
      ),
      statements: statements
        .filter((row) => row.record.promise === record.id)
        .map(({ record: row }) => ({ ...row, source: row.source_name })),
    })
    refuseHalfFilled(promise, line)
    return promise
  })
}

/** A promise without a testable first reading must name what is missing from it. */
const refuseHalfFilled = (promise: PromiseRecord, line: number): void => {
  const first = promise.readings[0]
  const lacks = [
    ...(first === undefined ? ['metric'] : []),
    ...(first !== undefined && first.target === null ? ['target'] : []),
    ...(first?.targetKind === 'increase' && first.baseline === null ? ['baseline'] : []),
    ...(first?.mode === 'by_due' && first.due === null ? ['due'] : []),
  ]
  const unsaid = lacks.filter((need) => !(promise.missing as string[]).includes(need))
  if (promise.missing.length === 0 && unsaid.length > 0)
    throw new FaultyData(
      `promises.csv, line ${line}: ${promise.id} has no ${unsaid.join(', no ')} and does not say so in "missing".`,
    )
}

const text = z.string()
const optionalText = blankAsNull(text)
const optionalDate = blankAsNull(DateText)
const optionalNumber = blankAsNull(NumberText)

const PromiseRow = z.object({
  id: text.regex(/^[a-z0-9-]+$/),
  title: text.min(1),
  words: text.min(1),
  quote: text,
  made_by: text,
  role: text,
  body: text,
  document: text,
  published: DateText,
  url: text,
  kind: PromiseKind,
  about: About,
  police_staffing: z.enum(['yes', 'no']),
  repeats: optionalText,
  step_of: optionalText,
  scope: text,
  areas: listOf(text),
  geography: text,
  counted: text,
  conditions: text,
  due_worded: text,
  lifecycle: text,
  ended_on: optionalDate,
  ended_by: optionalText,
  ended_url: optionalText,
  ended_document: blankAsNull(z.enum(['own', 'press'])),
  replaced_by: optionalText,
  term_end: optionalDate,
  left_office: optionalDate,
  missing: listOf(Need),
  holder: text,
  table: text,
  traps: text,
})

const ReadingRow = z.object({
  promise: text.min(1),
  reading: text.min(1),
  part: text.default(''),
  label: text.min(1),
  metric: text,
  basis: blankAsNull(Basis),
  area: text,
  source: optionalText,
  direction: z.enum(['at_least', 'at_most', 'exactly']),
  target_kind: z.enum(['level', 'increase', 'per_ward', 'share', 'count']),
  target: optionalNumber,
  baseline: optionalNumber,
  baseline_date: optionalDate,
  baseline_note: optionalText,
  start: optionalDate,
  due: optionalDate,
  due_note: optionalText,
  mode: z.enum(['by_due', 'throughout']),
  series_note: optionalText,
  weighs: blankAsNull(z.enum(['fair-test', 'equally'])),
  untested: blankAsNull(z.enum(['not-published', 'not-loaded', 'not-found'])),
  untested_where: text,
  untested_source: optionalText,
})

const StepRow = z.object({ promise: text, reading: text, date: DateText, value: NumberText })

const StatementRow = z.object({
  promise: text,
  date: text,
  by: text,
  delivery: blankAsNull(z.enum(['whole', 'late', 'part'])),
  value: optionalNumber,
  basis: text,
  says: text,
  url: text,
  source_name: text,
})
