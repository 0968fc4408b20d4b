import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type TrendOptions, trendModel } from '@muster/shared/charts/model/trend-model'
import { svgOf } from '@muster/shared/charts/svg/svg'
import { describe, expect, test } from 'vitest'
import { type GivenArea, months, seriesReply } from './replies.ts'

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

const CASES: Record<
  string,
  { areas: GivenArea[]; given?: object; options?: Partial<TrendOptions> }
> = {
  gap: { areas: [{ area: 'NA', points: months('2024-01', [410, 412, null, 420, 425, 423]) }] },
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
  'twelve-series': {
    areas: names.map((name, index) => ({
      area: name === 'North Area' ? 'NA' : `A${index}`,
      name,
      points: months('2024-01', [1400 + index, 1405 - index * 2, 1410 + index * 3, 1408 + index]),
    })),
  },
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
    options: { width: 340 },
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

describe('a picture keeps its shape', () => {
  for (const [name, { areas, given, options }] of Object.entries(CASES))
    test(`${name} is drawn as in golden/${name}.svg`, () => {
      const model = trendModel(seriesReply(areas, given), { width: 700, ours: ['NA'], ...options })
      const drawn = `${rounded(svgOf(model, { title: true, prefix: name })).replaceAll('><', '>\n<')}\n`
      const file = new URL(`./golden/${name}.svg`, import.meta.url)
      if (process.env.UPDATE_GOLDEN === '1') {
        mkdirSync(new URL('./golden/', import.meta.url), { recursive: true })
        writeFileSync(file, drawn)
      }
      expect(existsSync(file), 'run once with UPDATE_GOLDEN=1').toBe(true)
      expect(drawn).toBe(readFileSync(file, 'utf8'))
    })
})

/** A last digit that differs between machines is no change of the picture. */
const rounded = (svg: string): string =>
  svg.replace(/-?\d+\.\d{4,}/g, (number) => String(Math.round(Number(number) * 1000) / 1000))
