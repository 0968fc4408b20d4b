/** What was entered about promises: questions asked, overrides by checkers, events with evidence. */
import type { EnteredEvent, Override, Question } from '@muster/shared/contract/promise-entry'
import { dayNumber } from '@muster/shared/domain/series/period'
import { asc } from 'drizzle-orm'
import type { ReadDb } from '../platform/db/open.ts'
import { promiseEvent, promiseOverride, promiseQuestion } from '../platform/db/schema.ts'
import type { Register } from '../reference/register.ts'

export type Entries = {
  questions: (promise: string) => Question[]
  overrides: (promise: string) => Override[]
  events: (promise: string) => EnteredEvent[]
}

/** As they stood on the day: what was entered later is left out, what ended later is in force. */
export const findEntries = (db: ReadDb, register: Register, day: string): Entries => {
  const questions = byPromise(
    db.select().from(promiseQuestion).orderBy(asc(promiseQuestion.askedOn)).all(),
  )
  const overrides = byPromise(
    db.select().from(promiseOverride).orderBy(asc(promiseOverride.id)).all(),
  )
  const events = byPromise(db.select().from(promiseEvent).orderBy(asc(promiseEvent.date)).all())
  return {
    questions: (promise) =>
      (questions.get(promise) ?? [])
        .filter(({ askedOn }) => askedOn <= day)
        .map(({ promise: _, ...row }) => {
          const answeredOn = notAfter(row.answeredOn, day)
          return {
            ...row,
            answeredOn,
            daysWaiting: dayNumber(answeredOn ?? day) - dayNumber(row.askedOn),
          }
        }),
    overrides: (promise) =>
      (overrides.get(promise) ?? [])
        .filter(({ on }) => on <= day)
        .map(({ promise: _, ...row }) => ({ ...row, endedOn: notAfter(row.endedOn, day) })),
    events: (promise) =>
      (events.get(promise) ?? [])
        .filter(({ on }) => on <= day)
        .map(({ promise: _, ...row }) => ({
          ...row,
          areaName: register.areas.get(row.area)?.name ?? row.area,
        })),
  }
}

/** The question that waits longest for an answer is the one to ask about; else the last answered. */
export const waiting = (questions: readonly Question[]): Question | null =>
  questions.find(({ answeredOn }) => answeredOn === null) ?? questions.at(-1) ?? null

export const inForce = (overrides: readonly Override[]): Override | null =>
  overrides.findLast(({ endedOn }) => endedOn === null) ?? null

const notAfter = (date: string | null, day: string): string | null =>
  date === null || date > day ? null : date

const byPromise = <Row extends { promise: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const found = new Map<string, Row[]>()
  for (const row of rows) found.set(row.promise, [...(found.get(row.promise) ?? []), row])
  return found
}
