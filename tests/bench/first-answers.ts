/** A question that was never asked before: in process, from the query to the bytes of its answer. */

import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { findSeries } from '@muster/server/explore/series/queries'
import { openStore } from '@muster/server/platform/db/open'
import { parseQuery } from '@muster/server/platform/http/query'
import { makeServices, type Services } from '@muster/server/services'
import { seriesEndpoint } from '@muster/shared/contract/series'
import type { AreaType } from '@muster/shared/domain/areas/area'
import { ROOT } from './children.ts'
import { median, ROUNDS, type Row } from './row.ts'

type Sqlite = {
  prepare: (sql: string) => { all: (...values: unknown[]) => unknown[] }
  close: () => void
}

/** Twelve areas, 96 of the 120 months. */
type Question = { metric: string; areas: string[] }

export const firstAnswers = (small: string, big: string, bigName: string): Row[] => {
  const few = subjectOf(small)
  const many = subjectOf(big)
  // Compiled code is what a server that has run for a minute answers with.
  for (let index = 0; index < WARM; index += 1) {
    few.answer(few.question())
    few.plain(few.question())
    many.answer(many.question())
  }
  const found = { few: [] as number[], plain: [] as number[], many: [] as number[] }
  for (let round = 0; round < ROUNDS; round += 1) {
    const times = { few: [] as number[], plain: [] as number[], many: [] as number[] }
    for (let index = 0; index < QUESTIONS; index += 1) {
      const question = few.question()
      times.few.push(msOf(() => few.answer(question)))
      times.plain.push(msOf(() => few.plain(question)))
      const other = many.question()
      times.many.push(msOf(() => many.answer(other)))
    }
    for (const name of ['few', 'plain', 'many'] as const) found[name].push(median(times[name]))
  }
  const [ours, plain, at] = [median(found.few), median(found.plain), median(found.many)]
  const count = many.count()
  const bytes = statSync(big).size / count
  few.close()
  many.close()
  return [
    {
      what: 'series never asked before',
      ours: `${ours.toFixed(2)} ms`,
      limit: `${plain.toFixed(2)} ms, prepared statement + JSON.stringify`,
      result: `${(ours / plain).toFixed(2)} ×`,
      reach: '≤ 1.50 ×',
      reached: ours <= 1.5 * plain,
      otherwise:
        'Choosing the current release of each value and naming its source comes on top of the plain rows. Next: profile observations/current.ts.',
      numbers: found,
    },
    {
      what: `the same at ${bigName} observations`,
      ours: `${at.toFixed(2)} ms`,
      limit: `${ours.toFixed(2)} ms, at 37 thousand`,
      result: `${(at / ours).toFixed(2)} ×`,
      reach: '≤ 1.30 ×',
      reached: at <= 1.3 * ours,
      otherwise:
        'The same rows lie on more pages of the file. Next: a larger cache of SQLite (db/open.ts).',
      numbers: found,
    },
    {
      what: `database at ${bigName}, per observation`,
      ours: `${(statSync(big).size / 1e6).toFixed(0)} MB`,
      limit: '–',
      result: `${bytes.toFixed(0)} bytes`,
      reach: '≤ 120 bytes',
      reached: bytes <= 120,
      otherwise: 'Next: codes in place of texts in the table of observations.',
      numbers: { bytes: statSync(big).size, observations: count },
    },
  ]
}

const subjectOf = (file: string) => {
  const store = openStore(file)
  const services = makeServices(store, { now: () => new Date().toISOString(), databaseFile: file })
  const sqlite = new (
    createRequire(join(ROOT, 'server', 'package.json'))('better-sqlite3') as {
      new (file: string, options: object): Sqlite
    }
  )(file, { readonly: true })
  const statement = sqlite.prepare(PLAIN)
  const questions = questionsOf(services)
  return {
    question: () => questions.next().value as Question,
    answer: ({ metric, areas }: Question) =>
      Buffer.from(
        JSON.stringify(
          findSeries(
            services,
            parseQuery(seriesEndpoint.query, {
              metric,
              basis: 'fte',
              areas: areas.join(','),
              from: FROM,
            }),
          ),
        ),
      ),
    plain: ({ metric, areas }: Question) =>
      Buffer.from(JSON.stringify(statement.all(metric, 'fte', ...areas, FROM))),
    count: () =>
      (sqlite.prepare('select count(*) as count from observation').all() as { count: number }[])[0]
        ?.count ?? 0,
    close: () => {
      sqlite.close()
      store.close()
    },
  }
}

/** Twelve areas drawn from those of the smallest type that has so many, another dozen each time. */
function* questionsOf(services: Services): Generator<Question, never> {
  const { areas, metrics } = services.register()
  const ofType = (type: AreaType) => [...areas.values()].filter((area) => area.type === type)
  const codes = [ofType('ward'), ofType('bcu')]
    .find((list) => list.length >= 12)
    ?.map(({ code }) => code) as string[]
  const ids = [...metrics.values()].filter(({ bases }) => bases[0] === 'fte').map(({ id }) => id)
  for (let count = 0; ; count += 1) {
    const start = (count * 7919 * 12) % codes.length
    yield {
      metric: ids[count % ids.length] ?? '',
      areas: Array.from({ length: 12 }, (_, index) => codes[(start + index) % codes.length] ?? ''),
    }
  }
}

const msOf = (work: () => unknown): number => {
  const started = performance.now()
  work()
  return performance.now() - started
}

const PLAIN = `
  select observation.series, date, release, value, missing, trust, flags, series.source, area
  from series join observation on observation.series = series.id
  where metric = ? and basis = ? and area in (${Array(12).fill('?').join(', ')}) and date >= ?
  order by observation.series, date, release`
const FROM = '2018-10'
const WARM = 150
const QUESTIONS = 40
