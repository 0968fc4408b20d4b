/** Replies to draw, made of as little as the test is about. */
import type { RankedArea } from '@muster/shared/contract/ranking'
import type { Mark, SeriesReply, TargetLine } from '@muster/shared/contract/series'
import type { Flag, Missing, Point, Trust } from '@muster/shared/domain/series/observation'

export type Given = {
  date: string
  value: number | null
  missing?: Missing
  trust?: Trust
  flags?: Flag[]
  source?: string
}

export type GivenArea = { area: string; name?: string; points: Given[] }

export const seriesReply = (
  areas: readonly GivenArea[],
  given: Partial<SeriesReply> & { marks?: Mark[]; targets?: TargetLine[] } = {},
): SeriesReply => ({
  metric: 'officers',
  basis: 'fte',
  per: null,
  unit: 'people',
  decimals: 0,
  asOf: null,
  dataVersion: '1.0.0',
  series: areas.map(({ area, name = area, points }) => ({
    area,
    name,
    type: 'bcu',
    points: points.map((point) => pointOf(area, point)),
  })),
  notes: [],
  about: {
    id: 'officers',
    name: 'Police officers',
    short: 'Officers',
    definition: 'People sworn in as police officers.',
    unit: 'people',
    decimals: 0,
    kind: 'stock',
    direction: 'up',
    additive: true,
    additiveUpTo: 'bcu',
    bases: ['fte'],
  },
  sources: ['monthly', 'yearly', 'document'].map((id, index) => ({
    id,
    title: `The ${id} tables`,
    publisher: `Publisher ${index + 1}`,
    url: `https://example.org/${id}`,
    trust: 'primary',
    cadenceMonths: [1, 12, 0][index] ?? 0,
  })),
  marks: [],
  targets: [],
  ...given,
})

/** Values of one month after another; `null` is a month that was not published. */
export const months = (first: string, values: readonly (number | null)[]): Given[] =>
  values.map((value, index) => {
    const count = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + index
    const month = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
    return { date: month, value, ...(value === null ? { missing: 'x' as const } : {}) }
  })

/** North Area first, the others by number; null is not published. Without ranks. */
export const rankedAreas = (values: readonly (number | null)[]): RankedArea[] =>
  values.map((value, index) => ({
    area: index === 0 ? 'NA' : `A${index}`,
    name: index === 0 ? 'North Area' : `Area ${index}`,
    date: '2025-03',
    value,
    missing: value === null ? 'x' : null,
    unit: 'people',
    decimals: 0,
    rank: null,
    rankFrom: null,
    rankTo: null,
    of: values.length,
    trust: value === null ? null : 'primary',
    flags: [],
    denominator: null,
    source: value === null ? null : 'monthly',
    observation: value === null ? null : `A${index}.2025-03.monthly`,
  }))

const pointOf = (area: string, given: Given): Point => ({
  date: given.date,
  value: given.value,
  missing: given.value === null ? (given.missing ?? 'x') : null,
  trust: given.trust ?? 'primary',
  flags: given.flags ?? [],
  source: given.source ?? 'monthly',
  observation: `${area}.${given.date}.${given.source ?? 'monthly'}`,
})
