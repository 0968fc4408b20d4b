/** Writes about promises. Each bumps the data version, because an answer changes, and is audited. */

import { ProblemError } from '@muster/shared/contract/problem'
import type {
  NewEventBody,
  NewOverrideBody,
  NewQuestionBody,
} from '@muster/shared/contract/promise-entry'
import type { PromiseRecord } from '@muster/shared/domain/verdicts/promise'
import { and, eq, isNull } from 'drizzle-orm'
import { writeAudit } from '../accounts/audit.ts'
import { bumpDataVersion } from '../platform/db/data-version.ts'
import type { WriteDb } from '../platform/db/open.ts'
import { promiseEvent, promiseOverride, promiseQuestion } from '../platform/db/schema.ts'
import { notFound } from '../platform/http/route.ts'
import type { Register } from '../reference/register.ts'
import { countsEvents } from './events.ts'

/** Who does it and when, as ISO time. */
export type Asker = { by: string; at: string }

/** A promise about which somebody enters something, inside the transaction of the entry. */
export type Entry = { tx: WriteDb; promise: PromiseRecord; asker: Asker }

/** @param dueOn the day by which an answer is expected; see `answerDue`. @returns its id. */
export const addQuestion = (entry: Entry, body: NewQuestionBody, dueOn: string): number => {
  const { tx, promise, asker } = entry
  refuseFuture('askedOn', body.askedOn, asker)
  return write(entry, 'mark-asked', { ...body, dueOn }, () =>
    tx
      .insert(promiseQuestion)
      .values({ ...body, promise: promise.id, dueOn, by: asker.by })
      .returning({ id: promiseQuestion.id })
      .get(),
  )
}

/** @throws ProblemError `not-found`; `bad-request` for an answer before the question. */
export const answerQuestion = (entry: Entry, id: number, answeredOn: string | null): void => {
  const { tx, promise, asker } = entry
  if (answeredOn !== null) refuseFuture('answeredOn', answeredOn, asker)
  write(entry, 'mark-answered', { question: id, answeredOn }, () => {
    const row = tx
      .select()
      .from(promiseQuestion)
      .where(and(eq(promiseQuestion.id, id), eq(promiseQuestion.promise, promise.id)))
      .get()
    if (row === undefined) throw notFound(`${promise.id} has no question ${id}.`)
    if (answeredOn !== null && answeredOn < row.askedOn)
      throw faulty('answeredOn', `The question was asked on ${row.askedOn}, after that day.`)
    tx.update(promiseQuestion).set({ answeredOn }).where(eq(promiseQuestion.id, id)).run()
    return { id }
  })
}

/** A new override takes the place of the one in force, which stays on record. */
export const addOverride = (entry: Entry, body: NewOverrideBody): number =>
  write(entry, 'override', body, () => {
    const { tx, promise, asker } = entry
    const on = asker.at.slice(0, 10)
    tx.update(promiseOverride)
      .set({ endedOn: on })
      .where(and(eq(promiseOverride.promise, promise.id), isNull(promiseOverride.endedOn)))
      .run()
    return tx
      .insert(promiseOverride)
      .values({ ...body, promise: promise.id, by: asker.by, on })
      .returning({ id: promiseOverride.id })
      .get()
  })

/** @throws ProblemError `not-found` when no such override is in force. */
export const endOverride = (entry: Entry, id: number | null): void => {
  const { tx, promise, asker } = entry
  write(entry, 'end-override', { override: id }, () => {
    const ended = tx
      .update(promiseOverride)
      .set({ endedOn: asker.at.slice(0, 10) })
      .where(
        and(
          eq(promiseOverride.promise, promise.id),
          isNull(promiseOverride.endedOn),
          id === null ? undefined : eq(promiseOverride.id, id),
        ),
      )
      .returning({ id: promiseOverride.id })
      .all()
    if (ended[0] === undefined) throw notFound(`${promise.id} has no such override in force.`)
    return ended[0]
  })
}

/** @throws ProblemError `bad-request` where the promise counts no events in that area. */
export const addEvent = (entry: Entry, register: Register, body: NewEventBody): number => {
  const { tx, promise, asker } = entry
  const areas = promise.readings
    .filter((reading) => countsEvents(register, reading))
    .map(({ area }) => area)
  if (!areas.includes(body.area))
    throw faulty(
      'area',
      areas.length === 0
        ? `${promise.id} is not tested by counting events.`
        : `Events of ${promise.id} are counted for ${[...new Set(areas)].join(', ')}.`,
    )
  refuseFuture('date', body.date, asker)
  return write(entry, 'enter-evidence', body, () =>
    tx
      .insert(promiseEvent)
      .values({ ...body, promise: promise.id, by: asker.by, on: asker.at.slice(0, 10) })
      .returning({ id: promiseEvent.id })
      .get(),
  )
}

/** Withdrawn, not deleted: it stays on the page with the day on which it ceased to count. */
export const withdrawEvent = (entry: Entry, id: number): void => {
  const { tx, promise, asker } = entry
  write(entry, 'withdraw-evidence', { event: id }, () => {
    const withdrawn = tx
      .update(promiseEvent)
      .set({ withdrawnOn: asker.at.slice(0, 10) })
      .where(
        and(
          eq(promiseEvent.id, id),
          eq(promiseEvent.promise, promise.id),
          isNull(promiseEvent.withdrawnOn),
        ),
      )
      .returning({ id: promiseEvent.id })
      .get()
    if (withdrawn === undefined) throw notFound(`${promise.id} has no event ${id} that counts.`)
    return withdrawn
  })
}

const write = (
  { tx, promise, asker }: Entry,
  action: string,
  detail: Record<string, unknown>,
  change: () => { id: number },
): number => {
  const { id } = change()
  bumpDataVersion(tx, 'patch')
  writeAudit(tx, { ...asker, action, subject: `promise:${promise.id}`, detail: { ...detail, id } })
  return id
}

const refuseFuture = (field: string, date: string, { at }: Asker): void => {
  if (date > at.slice(0, 10)) throw faulty(field, `${date} has not come yet.`)
}

const faulty = (field: string, detail: string): ProblemError =>
  new ProblemError('bad-request', detail, [{ pointer: `/${field}`, detail }])
