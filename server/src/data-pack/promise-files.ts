/** The promise files of `data/register` joined into one record a promise. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DateText } from '@muster/shared/domain/series/period'
import { PromiseRecord, Reading } from '@muster/shared/domain/verdicts/promise'
import { z } from 'zod'
import { FaultyData, readCsvFile } from './csv-file.ts'
import { rowOf } from './record-row.ts'

/** @throws FaultyData when a promise is half filled in without saying what is missing. */
export const readPromiseFiles = (folder: string): PromiseRecord[] => {
  if (!existsSync(join(folder, 'promises.csv'))) return []
  const readings = readCsvFile(join(folder, 'promise_readings.csv'), ReadingRow)
  const steps = readCsvFile(join(folder, 'promise_steps.csv'), StepRow)
  const statements = readCsvFile(join(folder, 'promise_statements.csv'), StatementRow)
  const rows = readCsvFile(join(folder, 'promises.csv'), PromiseRow)
  const ids = new Set(rows.map(({ record }) => record.id))
  return rows.map(({ line, record }) => {
    for (const link of [record.repeats, record.stepOf])
      if (link !== null && (link === record.id || !ids.has(link)))
        throw new FaultyData(`promises.csv, line ${line}: there is no other promise ${link}.`)
    const promise: PromiseRecord = {
      ...record,
      readings: readings
        .filter((row) => row.record.promise === record.id)
        .map(
          ({
            record: { promise, reading: id, untested, untestedWhere, untestedSource, ...row },
          }) => ({
            ...row,
            id,
            untested:
              untested === null
                ? null
                : { why: untested, where: untestedWhere, source: untestedSource },
            steps: steps
              .filter((step) => step.record.promise === promise && step.record.reading === id)
              .map(({ record: { date, value } }) => ({ date, value })),
          }),
        ),
      statements: statements
        .filter((row) => row.record.promise === record.id)
        .map(({ record: { promise, sourceName, ...row } }) => ({ ...row, source: sourceName })),
    }
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
const Statement = PromiseRecord.shape.statements.element
const Untested = Reading.shape.untested.unwrap()

const PromiseRow = rowOf(
  PromiseRecord.omit({ readings: true, statements: true }).extend({
    id: text.regex(/^[a-z0-9-]+$/),
    title: text.min(1),
    words: text.min(1),
    published: DateText,
    endedOn: DateText.nullable(),
    termEnd: DateText.nullable(),
    leftOffice: DateText.nullable(),
  }),
)

const ReadingRow = rowOf(
  Reading.omit({ id: true, steps: true }).extend({
    promise: text.min(1),
    reading: text.min(1),
    part: text.default(''),
    label: text.min(1),
    baselineDate: DateText.nullable(),
    start: DateText.nullable(),
    due: DateText.nullable(),
    untested: Untested.shape.why.nullable(),
    untestedWhere: Untested.shape.where,
    untestedSource: Untested.shape.source,
  }),
)

const StepRow = rowOf(z.object({ promise: text, reading: text, date: DateText, value: z.number() }))

const StatementRow = rowOf(
  Statement.omit({ source: true }).extend({ promise: text, sourceName: text }),
)
