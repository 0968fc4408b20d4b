/**
 * Events entered by editors as the figures of a reading that counts them (two community events by
 * the end of a year). Events that are known are a number that can only grow; without the statement
 * that the list is complete nothing follows from what is not on it, least of all a zero.
 */

import { leastTrust, type Point } from '@muster/shared/domain/series/observation'
import { lastDay } from '@muster/shared/domain/series/period'
import type { Evidence } from '@muster/shared/domain/verdicts/evidence'
import type { PromiseRecord, Reading } from '@muster/shared/domain/verdicts/promise'
import { isNull } from 'drizzle-orm'
import type { Reader } from '../platform/db/open.ts'
import { promiseEvent } from '../platform/db/schema.ts'
import type { Register } from '../reference/register.ts'

type Event = typeof promiseEvent.$inferSelect

/** Stands where a source stands; editors vouch for each event with its own evidence. */
export const EVENTS_SOURCE = 'entered-events'

/** Is the promise tested by counting events in some area? */
export const takesEvents = (register: Register, promise: PromiseRecord): boolean =>
  promise.readings.some((reading) => countsEvents(register, reading))

export const countsEvents = (register: Register, reading: Reading): boolean =>
  reading.targetKind === 'count' &&
  reading.mode === 'by_due' &&
  register.metrics.get(reading.metric)?.unit === 'events'

/**
 * Null when nothing was entered for what is counted there. An event entered under another promise
 * that counts the same in the same area is the same event.
 */
export const eventEvidence = (
  store: Reader,
  register: Register,
  reading: Reading,
  asOf: string | undefined,
): Evidence | null => {
  if (!countsEvents(register, reading) || reading.target === null || reading.due === null)
    return null
  const promises = new Set(
    [...register.promises.values()]
      .filter(({ readings }) =>
        readings.some((it) => it.metric === reading.metric && it.area === reading.area),
      )
      .map(({ id }) => id),
  )
  const rows = store.read
    .select()
    .from(promiseEvent)
    .where(isNull(promiseEvent.withdrawnOn))
    .all()
    .filter(
      (row) =>
        promises.has(row.promise) &&
        row.area === reading.area &&
        (asOf === undefined || row.on <= asOf),
    )
  if (rows.length === 0) return null
  const events = rows.filter(({ kind }) => kind === 'event')
  const complete = rows.filter(({ kind }) => kind === 'complete').map(({ date }) => lastDay(date))
  const dates = [...events.map(({ date }) => lastDay(date)), ...complete, lastDay(reading.due)]
  return {
    points: [...new Set(dates)]
      .sort()
      .map((date) => pointOn(date, reading, { events, completeTo: complete.sort().at(-1) })),
    wards: [],
    cadenceMonths: 0,
    lagDays: 0,
  }
}

/** The number held by a date: a value where it decides, else missing with the reason. */
const pointOn = (
  date: string,
  reading: Reading,
  { events, completeTo }: { events: readonly Event[]; completeTo: string | undefined },
): Point => {
  const { baselineDate: from } = reading
  const target = reading.target ?? 0
  const held = events.filter(
    (event) =>
      lastDay(event.date) <= date && (from === null || event.date.slice(0, 7) >= from.slice(0, 7)),
  )
  const verified = held.filter(({ trust }) => trust !== 'unverified')
  const isComplete = completeTo !== undefined && date <= completeTo
  const base = {
    date,
    missing: null,
    flags: [],
    source: EVENTS_SOURCE,
    observation: `${EVENTS_SOURCE}-${reading.area}-${date}`,
  }
  const isSettled = (count: number): boolean =>
    isComplete || (reading.direction === 'at_least' && count >= target)
  const meets = (count: number): boolean =>
    reading.direction === 'at_least' ? count >= target : count <= target
  if (isSettled(verified.length) && meets(verified.length) === meets(held.length))
    return {
      ...base,
      value: verified.length,
      trust: leastTrust(verified.map(({ trust }) => trust)),
    }
  if (isSettled(held.length)) return { ...base, value: held.length, trust: 'unverified' }
  return {
    ...base,
    value: null,
    missing: 'x',
    trust: 'secondary',
    why: `${held.length === 1 ? '1 event is' : `${held.length} events are`} known by then, fewer than promised, and nobody states that the list is complete.`,
  }
}
