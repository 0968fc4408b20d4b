/** The pictures that people download, for figures that are hard to draw: what is sent is what is kept. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { AskedChart } from '@muster/shared/charts/kinds/kind'
import { multiplesChart } from '@muster/shared/charts/kinds/multiples'
import { rankingChart } from '@muster/shared/charts/kinds/ranking'
import { trendChart } from '@muster/shared/charts/kinds/trend'
import { xmrChart } from '@muster/shared/charts/kinds/xmr'
import { pictureOf } from '@muster/shared/charts/stills/picture'
import type { PictureSize } from '@muster/shared/contract/export'
import { xmrOf } from '@muster/shared/domain/series/xmr'
import { describe, expect, test } from 'vitest'
import { type GivenArea, months, rankedAreas, seriesReply } from './replies.ts'

const names = [
  'Central West',
  'West Area',
  'South East',
  'North West',
  'South Area',
  'South West',
  'East Area',
  'Central South',
  'Central East',
  'North East',
  'Central North',
  'North Area',
]

type Case = { areas: GivenArea[]; given?: object; size?: PictureSize }

const GAP: Case = {
  areas: [{ area: 'NA', points: months('2024-01', [410, 412, null, 420, 425, 423]) }],
}

const TWELVE: Case = {
  areas: names.map((name, index) => ({
    area: name === 'North Area' ? 'NA' : `A${index}`,
    name,
    points: months('2024-01', [1400 + index, 1405 - index * 2, 1410 + index * 3, 1408 + index]),
  })),
}

const SERIES: Record<string, Case> = {
  gap: GAP,
  break: {
    areas: [{ area: 'NA', points: months('2024-01', [10, 12, 11, 20, 21, 22]) }],
    given: {
      marks: [
        {
          id: 'b',
          date: '2024-04',
          kind: 'break',
          areas: ['NA'],
          sources: [],
          label: 'Counted anew',
          note: 'Teams are counted by post.',
        },
      ],
    },
  },
  'negative-values': { areas: [{ area: 'NA', points: months('2024-01', [-30, -12, 4, 18, -6]) }] },
  'single-point': { areas: [{ area: 'NA', points: months('2025-03', [1294]) }] },
  'twelve-series': TWELVE,
  'long-names': {
    areas: [
      {
        area: 'NA',
        name: 'Kensington and Chelsea with Hammersmith',
        points: months('2024-01', [5, 6]),
      },
      {
        area: 'B',
        name: 'Barking & Dagenham <Havering> "Redbridge"',
        points: months('2024-01', [5, 6]),
      },
    ],
    size: '1200x1200',
  },
  'promised-line': {
    areas: [{ area: 'NA', points: months('2024-01', [410, 412, 415, 420]) }],
    given: {
      targets: [
        {
          promise: 'p1',
          reading: 'r1',
          area: 'NA',
          label: 'Promised',
          direction: 'at_least',
          path: [
            { date: '2024-01', value: 410 },
            { date: '2024-09', value: 450 },
          ],
        },
      ],
    },
  },
  'isolated-points': {
    areas: [
      {
        area: 'NA',
        points: [
          { date: '2006-03-31', value: 700, source: 'document', trust: 'secondary' },
          { date: '2014', value: 812, source: 'document' },
          { date: '2019-05', value: 650, flags: ['partial'] },
          { date: '2025-03', value: 1294, source: 'document', trust: 'unverified' },
        ],
      },
    ],
  },
  'undated-only': {
    areas: [{ area: 'NA', points: [{ date: 'undated', value: 42, source: 'document' }] }],
  },
}

const ofSeries = ({ areas, given }: Case) => ({ reply: seriesReply(areas, given), ours: ['NA'] })

const PICTURES: Record<string, { chart: AskedChart; size?: PictureSize | undefined }> = {
  ...Object.fromEntries(
    Object.entries(SERIES).map(([name, made]) => [
      name,
      { chart: trendChart(ofSeries(made)), size: made.size },
    ]),
  ),
  'small-multiples': { chart: multiplesChart(ofSeries(TWELVE)) },
  'small-multiples-square': {
    chart: multiplesChart(ofSeries(TWELVE)),
    size: '1200x1200',
  },
  'small-multiples-with-gap': { chart: multiplesChart(ofSeries(GAP)) },
  ranking: { chart: ranked([1_294, 1_931, null, 1_505]) },
  'ranking-below-zero': { chart: ranked([-12, 30, 4, 18]) },
  'ranking-of-many': {
    chart: ranked(Array.from({ length: 40 }, (_, index) => 100 + index * 7)),
    size: '1200x1200',
  },
  xmr: { chart: usual([12, 14, 11, 13, 12, 15, 13, 12, 30, 12, 13, 14, 11, 12]) },
  'xmr-below-zero': { chart: usual([-3, 2, 0, 1, -2, 4, -1]) },
}

describe('a picture keeps its shape', () => {
  for (const [name, { chart, size = '1600x900' }] of Object.entries(PICTURES))
    test(`${name} is drawn as in golden/${name}.svg`, () => {
      const picture = pictureOf(chart, size, ['Source: Publisher 1, The monthly tables', 'Muster.'])
      const drawn = `${rounded(picture).replaceAll('><', '>\n<')}\n`
      const file = new URL(`./golden/${name}.svg`, import.meta.url)
      if (process.env.UPDATE_GOLDEN === '1') {
        mkdirSync(new URL('./golden/', import.meta.url), { recursive: true })
        writeFileSync(file, drawn)
      }
      expect(existsSync(file), 'run once with UPDATE_GOLDEN=1').toBe(true)
      expect(drawn).toBe(readFileSync(file, 'utf8'))
    })
})

function ranked(values: readonly (number | null)[]): AskedChart {
  return rankingChart({
    metric: seriesReply([]).about,
    basis: 'fte',
    per: null,
    ours: ['NA'],
    plural: 'BCUs',
    sources: [],
    rows: rankedAreas(values),
  })
}

/** One value a month from January 2024, against its usual range. */
function usual(values: readonly number[]): AskedChart {
  const { about } = seriesReply([])
  return xmrChart({
    xmr: xmrOf(values.map((value, index) => ({ date: monthFrom(index), value }))),
    measure: { ...about, basis: 'fte', per: null, signed: true },
    title: 'North Area: Police officers (FTE), monthly change',
  })
}

function monthFrom(index: number): string {
  return `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** A last digit that differs between machines is no change of the picture. */
const rounded = (svg: string): string =>
  svg.replace(/-?\d+\.\d{4,}/g, (number) => String(Math.round(Number(number) * 1000) / 1000))
