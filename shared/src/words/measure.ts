/** What a figure measures, in words: metric, basis and what it is divided by. */
import type { Basis, Flag, Missing } from '../domain/series/observation.ts'
import type { Per } from '../domain/series/rate.ts'
import { formatChange, formatNumber } from './format.ts'
import { BASIS_TERMS, FLAG_TERMS, MISSING_TERMS, type Term } from './terms.ts'

/** What a count may be divided by; the ids are those of the API. */
export const PER_TERMS = {
  '1000-residents': {
    label: 'per 1,000 residents',
    definition: 'Divided by the resident population of the year, times 1,000.',
  },
  '1000-crimes': {
    label: 'per 1,000 recorded crimes',
    definition: 'Divided by the crimes recorded in the twelve months, times 1,000.',
  },
  ward: { label: 'per ward', definition: 'Divided by the number of wards on that date.' },
  'force-share': {
    label: 'as share of the force',
    definition: 'As per cent of the whole force on the same date.',
  },
} as const satisfies Record<Per, Term>

export type Measure = {
  name: string
  short: string
  unit: string
  decimals: number
  basis: Basis | null
  per: Per | null
  /** Values are changes: always with their sign. */
  signed?: boolean
}

/** What a row of a reply measures: there the name of the metric is `metricName`. */
export const measureOf = ({
  metricName: name,
  short = name,
  unit,
  decimals,
  basis,
}: {
  metricName: string
  short?: string
  unit: string
  decimals: number
  basis: Basis
}): Measure => ({ name, short, unit, decimals, basis, per: null })

/** `(FTE)`; nothing where a basis has no meaning because no staff are counted. */
const basisSuffix = ({ basis, unit }: Pick<Measure, 'basis' | 'unit'>): string =>
  basis === null || (basis === 'not_stated' && !STAFF_UNITS.includes(unit))
    ? ''
    : `(${BASIS_TERMS[basis].label})`

/** `Police officers (FTE) per 1,000 residents`: the title of a column, an axis or a file. */
export const measureTitle = (measure: Measure): string => words(measure, measure.name)

/** `officers (FTE) per 1,000 residents`: the noun of a sentence. */
export const measureNoun = (measure: Measure): string => words(measure, nounOf(measure))

export const isPercent = ({ unit, per }: Pick<Measure, 'unit' | 'per'>): boolean =>
  per === 'force-share' || unit === 'percent'

/** Is it a count of things, of which an area has more or fewer, and not a rate or a share? */
export const isCount = (measure: Pick<Measure, 'name' | 'unit' | 'per'>): boolean =>
  measure.per === null &&
  !isPercent(measure) &&
  measure.unit !== 'ratio' &&
  !measure.name.includes(' per ')

/** Can one say that an area *had* so many of it? Not of a change, a share or a listed kind. */
export const isHeld = (measure: Pick<Measure, 'name' | 'unit'>): boolean =>
  !isPercent({ ...measure, per: null }) &&
  !['ratio', 'hours'].includes(measure.unit) &&
  !/[,:]/.test(measure.name) &&
  !/^(Change|Growth|Share|Short) /.test(measure.name)

/** In sentences and labels: per cent with one decimal, rates with two, counts as the metric says. */
export const formatBrief = (value: number, measure: Measure): string =>
  withUnit(digits(value, briefDecimals(measure), measure), measure)

/** In tables: one decimal more for full-time equivalents, which are rarely whole. */
export const formatExact = (
  value: number,
  measure: Measure,
  decimals = exactDecimals(measure),
): string => withUnit(digits(value, decimals, measure), measure)

export const briefDecimals = (measure: Measure): number => {
  if (isPercent(measure)) return 1
  return measure.per === null ? measure.decimals : 2
}

export const exactDecimals = (measure: Measure): number =>
  measure.basis === 'fte' ? Math.max(1, briefDecimals(measure)) : briefDecimals(measure)

/** What stands in the column of codes: `[x]`, `[e] [p]`, `sum`. */
export const codesOf = (point: { missing: Missing | null; flags: readonly Flag[] }): string[] => [
  ...(point.missing === null ? [] : [MISSING_TERMS[point.missing].mark]),
  ...point.flags.map((flag) => FLAG_TERMS[flag].mark),
]

/** An acronym keeps its capitals: `PCSOs` does not become `pCSOs`. */
export const lowerFirst = (text: string): string =>
  /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The full name says what is counted; short names are for narrow columns and often no nouns. */
const nounOf = ({ name, short }: Measure): string => {
  if (/^[A-Z]{2,}s?$/.test(short)) return short
  return lowerFirst(name === `Police ${short.toLowerCase()}` ? short : name)
}

const words = (measure: Measure, noun: string): string =>
  [noun, basisSuffix(measure), measure.per === null ? '' : PER_TERMS[measure.per].label]
    .filter((part) => part !== '')
    .join(' ')

const digits = (value: number, decimals: number, { signed }: Measure): string =>
  (signed === true ? formatChange : formatNumber)(value, decimals)

const withUnit = (number: string, measure: Measure): string =>
  isPercent(measure) ? `${number}%` : number

const STAFF_UNITS: readonly string[] = ['people', 'posts']
