/**
 * Fills an empty database with invented figures, to see how Muster behaves at the size of a country.
 * One publication a month, each giving every measure for every area; nothing in it is real, and every
 * page, file and chart made from it says so.
 */
import type { Metric } from '@muster/shared/domain/series/metric'
import { addMonths, lastDay } from '@muster/shared/domain/series/period'
import { sql } from 'drizzle-orm'
import { bumpDataVersion } from '../platform/db/data-version.ts'
import type { Store, WriteDb } from '../platform/db/open.ts'
import { registerRow, release, series, source } from '../platform/db/schema.ts'
import {
  DEMO_SOURCE,
  DEMONSTRATION,
  demoAreas,
  demoMetrics,
  demoRecords,
  type Size,
} from './register.ts'

export type Generated = { series: number; observations: number }

/** @returns null when the database holds figures already, real or invented: nothing is written. */
export const generate = (store: Store, size: Size): Generated | null => {
  if (store.read.select().from(release).limit(1).all().length > 0) return null
  const start = addMonths(LAST_MONTH, 1 - size.months)
  const months = Array.from({ length: size.months }, (_, index) => addMonths(start, index))
  store.write((tx) => writeFrame(tx, size, months))
  const wanted = seriesOf(size)
  for (let from = 0; from < wanted.length; from += SERIES_A_TRANSACTION)
    store.write((tx) =>
      writeSeries(tx, from + 1, wanted.slice(from, from + SERIES_A_TRANSACTION), months),
    )
  store.write((tx) => {
    tx.run(sql`analyze`)
    bumpDataVersion(tx, 'minor')
  })
  return { series: wanted.length, observations: wanted.length * months.length }
}

type Wanted = { metric: string; basis: Metric['bases'][number]; area: string; level: number }

/** Register, source and one release a month: the release of a month gives that month's figures. */
const writeFrame = (tx: WriteDb, size: Size, months: readonly string[]): void => {
  const records = demoRecords(size, months[0] ?? LAST_MONTH)
  records.forEach((record, position) => {
    tx.insert(registerRow)
      .values({ ...record, position })
      .run()
  })
  tx.insert(source).values(SOURCE).run()
  months.forEach((month, index) => {
    const day = lastDay(month)
    tx.insert(release)
      .values({
        id: index + 1,
        slug: `${DEMO_SOURCE}-${month}`,
        source: DEMO_SOURCE,
        edition: month,
        published: day,
        knownFrom: day,
        readOn: day,
        fileName: 'invented',
        sha256: '',
        url: '',
        note: DEMONSTRATION,
        addedAt: `${day}T12:00:00.000Z`,
        addedBy: DEMO_SOURCE,
      })
      .run()
  })
  bumpDataVersion(tx, 'minor')
}

/** Every measure for every area; denominators only above the ward. */
const seriesOf = ({ wards, metrics }: Size): Wanted[] => {
  const areas = demoAreas(wards)
  return demoMetrics(metrics).flatMap((metric, index) =>
    areas
      .filter(({ type }) => type !== 'ward' || index < metrics)
      .map(
        ({ code, type }): Wanted => ({
          metric: metric.id,
          basis: metric.bases[0] ?? 'not_stated',
          area: code,
          level: (LEVELS[type] ?? 1) * (metric.id === 'population' ? RESIDENTS_A_HEAD : 1),
        }),
      ),
  )
}

/** All figures of these series go in as one list: one statement instead of one a figure. */
const writeSeries = (
  tx: WriteDb,
  firstId: number,
  wanted: readonly Wanted[],
  months: readonly string[],
): void => {
  const named = wanted.map((one, index) => ({ ...one, id: firstId + index }))
  tx.insert(series)
    .values(named.map(({ level: _, ...row }) => ({ ...row, source: DEMO_SOURCE })))
    .run()
  const rows = named.map(({ id, level }) => [id, wander(id, level, months.length)])
  // Months are seven letters each: cut out of one text, they need no list that is read again.
  tx.run(sql`
    insert into observation (series, date, release, value, trust, flags, cell)
    select one.value ->> 0, substr(${months.join('')}, figure.key * 7 + 1, 7), figure.key + 1,
      figure.value, 'primary', '', 'row ' || (figure.key + 2)
    from json_each(${JSON.stringify(rows)}) as one, json_each(one.value, '$[1]') as figure`)
}

/** A walk around a level, the same for the same seed: mulberry32. */
const wander = (seed: number, level: number, length: number): number[] => {
  let state = seed * 0x9e3779b1
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  let value = level * (0.6 + 0.8 * random())
  return Array.from({ length }, () => {
    value = Math.max(0, value + level * 0.04 * (random() - 0.5))
    return Math.round(value)
  })
}

const SOURCE: typeof source.$inferInsert = {
  id: DEMO_SOURCE,
  position: 0,
  title: DEMONSTRATION,
  publisher: 'Nobody',
  url: '',
  licence: 'None',
  kind: 'dataset',
  cadence: 'monthly',
  lag: 0,
  nextDue: null,
  trust: 'primary',
  covers: 'Every measure of every invented area, every month.',
  lacks: 'Anything real.',
}

/** Fixed, so that the same size gives the same figures on any day. */
const LAST_MONTH = '2026-09'
/** Few enough for SQLite's log to stay small, enough to hide what a transaction costs. */
const SERIES_A_TRANSACTION = 200
const LEVELS: Readonly<Record<string, number>> = {
  force: 12_000,
  bcu: 1_000,
  borough: 120,
  ward: 12,
}
const RESIDENTS_A_HEAD = 400
