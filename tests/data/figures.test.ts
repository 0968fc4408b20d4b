/** The shipped figures: each has its source, basis, trust and precision, and equals the original. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCsvFile } from '@muster/server/data-pack/csv-file'
import { FigureRow } from '@muster/server/data-pack/figure-row'
import { readPromiseFiles } from '@muster/server/data-pack/promise-files'
import { readRegisterFiles } from '@muster/server/data-pack/register-files'
import { precisionOf } from '@muster/shared/domain/series/period'
import { describe, expect, test } from 'vitest'

const DATA = join(import.meta.dirname, '..', '..', 'data')
const register = readRegisterFiles(join(DATA, 'register'))
const promises = readPromiseFiles(join(DATA, 'register'))
const rows = readdirSync(join(DATA, 'figures')).flatMap((file) =>
  readCsvFile(join(DATA, 'figures', file), FigureRow).map(({ record }) => ({ file, ...record })),
)
const idsOf = (kind: string): Set<string> =>
  new Set(register.records.filter((row) => row.kind === kind).map((row) => row.id))

describe('shipped figures', () => {
  test('each file holds as many rows as were curated', () => {
    const counts = Object.fromEntries(
      [...new Set(rows.map((row) => row.file))].map((file) => [
        file,
        rows.filter((row) => row.file === file).length,
      ]),
    )
    expect(counts).toEqual({
      'documents-2026-11.csv': 120,
      'documents.csv': 411,
      'home-office-open-data.csv': 6_996,
      'home-office-summary-tables.csv': 3_301,
      'mps-borough-crime.csv': 6_392,
      'mps-ward-officers-mean.csv': 94,
      'mps-ward-officers.csv': 22_100,
      'mps-workforce-report-2026-03.csv': 12,
      'mps-workforce-report.csv': 12,
      'ons-population.csv': 462,
      'police-force-strength.csv': 477,
      'wards.csv': 62,
    })
  })

  test('each names an area, a metric, a basis of that metric, a source and a release that exist', () => {
    const areas = idsOf('area')
    const bases = new Map(
      register.records
        .filter((row) => row.kind === 'metric')
        .map((row) => [row.id, (row.record as { bases: string[] }).bases]),
    )
    const releases = new Map(register.releases.map((release) => [release.id, release.source]))
    const faulty = rows.filter(
      (row) =>
        !areas.has(row.area) ||
        !bases.get(row.metric)?.includes(row.basis) ||
        releases.get(row.release) !== row.source,
    )
    expect(faulty).toEqual([])
  })

  test('each says where in its source it stands and how precise its date is', () => {
    expect(rows.filter((row) => row.where.trim() === '')).toEqual([])
    expect([...new Set(rows.map((row) => precisionOf(row.date)))].sort()).toEqual([
      'day',
      'month',
      'unknown',
      'year',
    ])
  })

  test('no figure stands twice in one release', () => {
    const keys = rows.map((row) =>
      [row.metric, row.basis, row.area, row.date, row.source, row.release].join('|'),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  test.each([
    ['officers', 'fte', 'NA', '2025-03', 'mps-workforce-report', 1_294, 'unverified'],
    ['officers_and_pcso', 'fte', 'NA', '2026-03-31', 'mps-workforce-report', 1_329.7, 'unverified'],
    [
      'officers',
      'not_stated',
      'E23000001',
      '2008-03',
      'mps-memorandum-home-affairs-2010',
      31_398,
      'primary',
    ],
    ['pcso', 'fte', 'E23000001', '2026-07', 'police-force-strength', 1_366, 'primary'],
    ['officers', 'fte', 'E23000001', '2013-05', 'police-force-strength', 30_636, 'primary'],
    [
      'dedicated_ward_officers',
      'fte',
      'E09000014',
      '2019-01-31',
      'mps-ward-officers',
      31,
      'secondary',
    ],
    [
      'officers',
      'not_stated',
      'E09000010',
      '2012-12',
      'enfield-independent-confusion-gla',
      523,
      'secondary',
    ],
    [
      'officers',
      'not_stated',
      'E09000010',
      '2012-12',
      'enfield-independent-confusion-met',
      489,
      'secondary',
    ],
    ['officers', 'fte', 'E23000001', '2023-03-31', 'home-office-open-data', 34_899.05, 'primary'],
    ['population', 'headcount', 'E09000001', '2011', 'ons-population', 7_412, 'primary'],
    ['recorded_crime', 'not_stated', 'E09000002', '2010-04', 'mps-borough-crime', 1_628, 'primary'],
    [
      'recorded_minutes',
      'not_stated',
      'E09000014',
      '2024-03',
      'mps-ward-officers',
      807_243,
      'secondary',
    ],
    ['wards', 'not_stated', 'E09000010', '2022-05-05', 'ward-boundaries', 25, 'primary'],
  ])('%s (%s) of %s at %s from %s is %d, %s', (metric, basis, area, date, source, value, trust) => {
    const found = rows.filter(
      (row) =>
        row.metric === metric &&
        row.basis === basis &&
        row.area === area &&
        row.date === date &&
        row.source === source,
    )
    expect(found.map((row) => [row.value, row.trust])).toEqual([[value, trust]])
  })

  test('officers and PCSOs of the BCUs in 2026 are a measure of their own, and add up as copied', () => {
    const report = rows.filter((row) => row.source === 'mps-workforce-report')
    const of = (metric: string) => report.filter((row) => row.metric === metric)
    expect(of('officers').map(({ date }) => date)).toEqual(Array(12).fill('2025-03'))
    expect(of('officers_and_pcso').map(({ date }) => date)).toEqual(Array(12).fill('2026-03-31'))
    const sum = of('officers_and_pcso').reduce((total, { value }) => total + (value ?? 0), 0)
    expect(sum).toBeCloseTo(18_817.43, 2)
  })

  test.each([
    ['2009-04', 35_572],
    ['2009-05', 35_679],
    ['2009-06', 35_921],
    ['2009-07', 35_953],
    ['2009-08', 35_949],
    ['2009-09', 35_701],
    ['2009-10', 35_703],
  ])(
    'the columns of territorial policing in %s add up to the %d that the answer prints',
    (date, total) => {
      const own = rows.filter((row) => row.source === 'mqt-2009-3246' && row.date === date)
      expect(own.length).toBe(6)
      expect(own.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(total)
    },
  )

  test.each([
    ['2005-03', 47_196],
    ['2006-03', 47_348],
    ['2007-03', 49_048],
    ['2008-03', 49_988],
    ['2009-03', 51_600],
  ])('the columns of the memorandum for %s add up to the %d that it prints', (date, total) => {
    const own = rows.filter(
      (row) => row.source === 'mps-memorandum-home-affairs-2010' && row.date === date,
    )
    expect(own.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(total)
  })

  test('a day that was inferred from other pages says so', () => {
    const inferred = [
      'barnet-agenda-33380',
      'havering-policing-numbers-2023',
      'home-office-2025-09-as-typed',
    ]
    const own = rows.filter((row) => inferred.includes(row.source))
    expect(own.length).toBe(32)
    expect(own.filter((row) => !row.note?.includes('inferred'))).toEqual([])
  })

  test('two editions that disagree are both kept', () => {
    const editions = rows.filter(
      (row) =>
        row.source === 'home-office-summary-tables' &&
        row.area === 'E23000001' &&
        row.metric === 'officers' &&
        row.basis === 'fte' &&
        row.date === '2015-09-30',
    )
    expect(editions.map((row) => row.value).sort()).toEqual([31_792.89, 32_182.68])
  })
})

describe('the register', () => {
  test('NA is North Area and not a missing value', () => {
    const area = register.records.find((row) => row.kind === 'area' && row.id === 'NA')
    expect(area?.record).toMatchObject({ code: 'NA', name: 'North Area', type: 'bcu' })
  })

  test('twelve BCUs hold all 32 boroughs of the force, each once', () => {
    const boroughs = register.records
      .filter((row) => row.kind === 'area')
      .map((row) => row.record as { code: string; type: string; parents: { code: string }[] })
      .filter((area) => area.type === 'borough')
    const inBcu = boroughs.filter((area) => area.parents.some((parent) => parent.code.length === 2))
    expect(inBcu.length).toBe(32)
    expect(new Set(inBcu.flatMap((area) => area.parents.map((parent) => parent.code))).size).toBe(
      12,
    )
  })

  test('each row count in data/README.md is that of the file', () => {
    const readme = readFileSync(join(DATA, 'README.md'), 'utf8')
    const stated = [...readme.matchAll(/^\| `((?:register|figures)\/[^`]+)` \| ([\d,]+) \|$/gm)]
    const real = stated.map(([, file = '']) => [
      file,
      readFileSync(join(DATA, file), 'utf8').trimEnd().split('\n').length - 1,
    ])
    expect(stated.length).toBeGreaterThanOrEqual(18)
    expect(stated.map(([, file, count = '']) => [file, Number(count.replace(',', ''))])).toEqual(
      real,
    )
  })

  test('it holds 68 promises, each with areas and metrics that exist', () => {
    expect(promises.length).toBe(68)
    const areas = idsOf('area')
    const metrics = idsOf('metric')
    const sources = new Set(register.sources.map((source) => source.id))
    for (const promise of promises) {
      expect(
        promise.areas.filter((code) => !areas.has(code)),
        promise.id,
      ).toEqual([])
      for (const reading of promise.readings) {
        expect(metrics.has(reading.metric), `${promise.id} ${reading.metric}`).toBe(true)
        expect(areas.has(reading.area), `${promise.id} ${reading.area}`).toBe(true)
        expect(reading.source === null || sources.has(reading.source), promise.id).toBe(true)
      }
    }
  })

  test('whom a promise is about agrees with its areas', () => {
    const types = new Map(
      register.records
        .filter((row) => row.kind === 'area')
        .map((row) => [row.id, (row.record as { type: string }).type]),
    )
    for (const { id, about, areas } of promises) {
      const wide = areas.map((code) => types.get(code))
      const found = wide.includes('country')
        ? 'national'
        : wide.includes('force')
          ? 'force'
          : 'ours'
      expect(`${id} ${found}`).toBe(`${id} ${about}`)
    }
  })

  test('what repeats another, or is a step to it, is linked to one that is not linked itself', () => {
    const byId = new Map(promises.map((promise) => [promise.id, promise]))
    for (const { id, repeats, stepOf } of promises)
      for (const link of [repeats, stepOf].filter((it) => it !== null))
        expect(byId.get(link), id).toMatchObject({ repeats: null, stepOf: null })
  })

  test('what is not loaded says where it is; what is not published, who says so', () => {
    for (const { id, readings } of promises)
      for (const { untested } of readings)
        if (untested !== null && untested.why !== 'not-found')
          expect(untested.where, id).toMatch(/\.$/)
  })

  test('a fair test is the first reading, and leaves no other as good', () => {
    for (const { id, readings } of promises) {
      const fair = readings.filter(({ weighs }) => weighs === 'fair-test')
      if (fair.length === 0) continue
      expect(readings.indexOf(fair[0] as (typeof readings)[number]), id).toBe(0)
      expect(
        readings.some(({ weighs }) => weighs === 'equally'),
        id,
      ).toBe(false)
    }
  })

  test('a statement of delivery names who made it', () => {
    for (const { id, statements } of promises)
      for (const { delivery, by, date } of statements)
        if (delivery !== null) expect(`${by} ${date}`, id).toMatch(/^\S+ .*\d{4}/)
  })

  test('a promise replaced by another names one that exists', () => {
    const ids = new Set(promises.map((promise) => promise.id))
    for (const promise of promises)
      expect(promise.replacedBy === null || ids.has(promise.replacedBy), promise.id).toBe(true)
  })
})
