/** What changed between two days: by release for figures, by verdict for promises. */
import type { ChangedValue, Changes, ChangesQuery, Revision } from '@muster/shared/contract/change'
import { difference } from '@muster/shared/domain/series/change'
import type { Basis, Flag, Missing, Trust } from '@muster/shared/domain/series/observation'
import { addDays, quarterEnds } from '@muster/shared/domain/series/period'
import { turnSentence } from '@muster/shared/words/promises/answer'
import { isNewer, observationId } from '../figures/current.ts'
import { type Judge, judgeOf } from '../promises/judgement.ts'
import { concerning, promisesOf } from '../promises/queries.ts'
import { findRevisedVerdicts } from '../promises/revised-verdicts.ts'
import { daysOverdue, nextDueOf } from '../reference/due.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { findArea } from '../reference/lookup.ts'
import type { Register, ReleaseRow } from '../reference/register.ts'
import { findSourceFacts } from '../reference/source-facts.ts'

/** @throws ProblemError `unknown-area`. */
export const findChanges = (services: Knowledge, query: ChangesQuery): Changes => {
  const register = services.register()
  const until = query.until ?? services.today()
  const since = query.since ?? quarterEnds(addDays(until, -200), addDays(until, -1)).at(-1) ?? until
  const about = query.area === undefined ? null : findArea(register, query.area, '/area')
  const places = about && concerning(register, about)
  const area = about?.code ?? null
  const came = [...register.releases.values()].filter(
    (release) =>
      release.withdrawnAt === null && release.knownFrom > since && release.knownFrom <= until,
  )
  const judge = judgeOf(services)
  const substantial = observationsThatTurn(register, judge, until)
  const { added, revised } = findValues(services, { came, places, substantial })
  return {
    since,
    until,
    area,
    dataVersion: register.dataVersion,
    releases: came
      .sort((a, b) => (isNewer(a, b) ? -1 : 1))
      .map((release) => ({
        release: release.slug,
        source: release.source,
        title: titleOf(register, release.source),
        kind: register.sources.get(release.source)?.kind ?? 'document',
        edition: release.edition,
        knownFrom: release.knownFrom,
        published: release.published,
        newValues: added.filter((row) => row.release === release.slug).length,
        revisions: revised.filter((row) => row.release === release.slug).length,
      })),
    withdrawn: [...register.releases.values()].flatMap((release) => {
      const on = release.withdrawnAt?.slice(0, 10)
      return on === undefined || on <= since || on > until
        ? []
        : [
            {
              release: release.slug,
              source: release.source,
              title: titleOf(register, release.source),
              on,
            },
          ]
    }),
    newValueCount: added.length,
    newValues: added.sort((a, b) => (a.date < b.date ? 1 : -1)),
    revisions: revised.sort(
      (a, b) =>
        Number(b.substantial) - Number(a.substantial) ||
        Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0),
    ),
    verdicts: findTurned(services, judge, { since, until, area }),
    due: findDue(services, register, until),
  }
}

type StoredRow = {
  series: number
  metric: string
  basis: Basis
  area: string
  date: string
  release: number
  value: number | null
  missing: Missing | null
  trust: Trust
  flags: string
}

/** Each value that came, with what stood before it: nothing (new), or another value (revised). */
const findValues = (
  services: Knowledge,
  {
    came,
    places,
    substantial,
  }: {
    came: readonly ReleaseRow[]
    places: ReadonlySet<string> | null
    substantial: ReadonlySet<string>
  },
): { added: ChangedValue[]; revised: Revision[] } => {
  const register = services.register()
  const ids = new Set(came.map(({ id }) => id))
  const added: ChangedValue[] = []
  const revised: Revision[] = []
  const rows = services.store.prepare<StoredRow>(VALUES_SQL).all(JSON.stringify([...ids]))
  const editions = Map.groupBy(rows, (row) => `${row.series} ${row.date}`)
  for (const row of rows) {
    const release = register.releases.get(row.release)
    if (release === undefined || !ids.has(row.release)) continue
    if (places !== null && !places.has(row.area)) continue
    const before = (editions.get(`${row.series} ${row.date}`) ?? [])
      .flatMap((other) => {
        const of = register.releases.get(other.release)
        const isBefore = of !== undefined && of.withdrawnAt === null && isNewer(release, of)
        return isBefore ? [{ other, of }] : []
      })
      .sort((a, b) => (isNewer(a.of, b.of) ? -1 : 1))[0]
    const changed = changedValue(register, row, release)
    if (before === undefined) added.push(changed)
    else if (before.other.value !== row.value || before.other.missing !== row.missing)
      revised.push({
        ...changed,
        edition: release.edition,
        sourceTitle: titleOf(register, release.source),
        before: {
          value: before.other.value,
          missing: before.other.missing,
          release: before.of.slug,
          observation: idOf(before.other),
        },
        difference:
          row.value === null || before.other.value === null
            ? null
            : difference(row.value, before.other.value),
        substantial: substantial.has(changed.observation),
      })
  }
  return { added, revised }
}

const changedValue = (register: Register, row: StoredRow, release: ReleaseRow): ChangedValue => {
  const metric = register.metrics.get(row.metric)
  return {
    metric: row.metric,
    metricName: metric?.name ?? row.metric,
    unit: metric?.unit ?? '',
    decimals: metric?.decimals ?? 0,
    basis: row.basis,
    area: row.area,
    areaName: register.areas.get(row.area)?.name ?? row.area,
    date: row.date,
    value: row.value,
    missing: row.missing,
    trust: row.trust,
    flags: row.flags === '' ? [] : (row.flags.split(';') as Flag[]),
    source: release.source,
    release: release.slug,
    observation: idOf(row),
  }
}

/** The figures of readings whose verdict by first published values is another than today's. */
const observationsThatTurn = (register: Register, judge: Judge, day: string): Set<string> =>
  new Set(
    [...register.promises.values()].flatMap((promise) =>
      promise.readings
        .filter(
          (reading) =>
            judge.reading(promise, reading, day, { edition: 'first' }).status !==
            judge.reading(promise, reading, day).status,
        )
        .flatMap((reading) => judge.evidence(reading)?.points ?? [])
        .flatMap(({ observation }) => observation.split(/[+:]/)),
    ),
  )

const findTurned = (
  services: Knowledge,
  judge: Judge,
  { since, until, area }: { since: string; until: string; area: string | null },
): Changes['verdicts'] => {
  const promises = promisesOf(services, { at: since, ...(area === null ? {} : { area }) })
  const revised = findRevisedVerdicts(services, { since, until })
  const turned = promises.flatMap((promise) => {
    const before = judge.promise(promise, since).status
    const after = judge.promise(promise, until).status
    return before === after
      ? []
      : [
          {
            promise: promise.id,
            title: promise.title,
            before,
            after,
            sentence: turnSentence(promise.title, promise.kind, before, after),
          },
        ]
  })
  return [...revised.filter(({ promise }) => promises.some(({ id }) => id === promise)), ...turned]
}

const findDue = (services: Knowledge, register: Register, until: string): Changes['due'] => {
  const facts = findSourceFacts(services.store)
  return [...register.sources.values()]
    .flatMap((source) => {
      const dueOn = nextDueOf(register, source)
      const days = daysOverdue(dueOn, until)
      return dueOn === null || days === 0
        ? []
        : [
            {
              source: source.id,
              title: source.title,
              dueOn,
              days,
              lastDate: facts.get(source.id)?.last?.lastDate ?? null,
            },
          ]
    })
    .sort((a, b) => b.days - a.days)
}

const titleOf = (register: Register, source: string): string =>
  register.sources.get(source)?.title ?? source

const idOf = (row: StoredRow): string => observationId(row.series, row.date, row.release)

/** Every edition of each value that one of the releases gives. */
const VALUES_SQL = `
  select series.id as series, series.metric, series.basis, series.area,
    observation.date, observation.release, observation.value, observation.missing,
    observation.trust, observation.flags
  from observation
  join series on series.id = observation.series
  where (observation.series, observation.date) in (
    select own.series, own.date from observation as own
    where own.release in (select value from json_each(?)))
  order by observation.series, observation.date, observation.release`
