/** A fair share in words: what is shared out, by what, and what the parts of the gap mean. */
import type { AreaType } from '../domain/areas/area.ts'
import { type Driver, formatMix, type Mix, type PartId } from '../domain/areas/fair-share.ts'
import type { Basis } from '../domain/series/observation.ts'
import { formatChange, formatDate, formatIn, formatList, formatNumber } from './format.ts'
import { briefDecimals, formatBrief, type Measure, measureNoun, measureOf } from './measure.ts'
import type { Term } from './terms.ts'

export const DRIVER_TERMS: Record<Driver, Term> = {
  residents: {
    label: 'residents',
    definition: 'The resident population at the last mid-year before the date.',
  },
  crimes: {
    label: 'recorded crime',
    definition: 'Offences recorded in the 12 months to the date, or to the newest month before it.',
  },
}

export const PART_TERMS: Record<PartId, Term> = {
  mix: {
    label: 'Another mix',
    definition: 'What the fair share would change by, were the mix the police’s own way.',
  },
  vacancy: {
    label: 'Vacancies',
    definition:
      'More or less than there would be if the same share of posts were filled here as in the whole.',
  },
  abstraction: {
    label: 'Duty elsewhere',
    definition:
      'More or less time left than if the same share were taken for other duties as in the whole.',
  },
}

export const UNEXPLAINED: Term = {
  label: 'Unexplained',
  definition: 'What no published figure explains: the rest, computed last.',
}

/** `the 12 BCUs`, or `the whole force`. `words` are those of the place: `bcu.plural`. */
export const wholeWords = (
  kind: 'areas' | 'force',
  areas: number,
  type: AreaType,
  words: Readonly<Record<string, string>>,
): string =>
  kind === 'areas'
    ? `the ${areas} ${words[`${type}.plural`] ?? `${type}s`}`
    : 'the whole force, central units included'

/** `residents`, or `50% residents and 50% recorded crime`. */
export const mixWords = (mix: Mix): string =>
  mix.length === 1
    ? DRIVER_TERMS[mix[0]?.driver ?? 'residents'].label
    : formatList(
        mix.map(
          ({ driver, percent }) =>
            `${formatNumber(percent, Number.isInteger(percent) ? 0 : 2)}% ${DRIVER_TERMS[driver].label}`,
        ),
      )

/** `by residents`, or `by a mix of 50% residents and 50% recorded crime`. */
export const byWords = (mix: Mix): string =>
  mix.length === 1 ? `by ${mixWords(mix)}` : `by a mix of ${mixWords(mix)}`

/** Why a part is as large as it is. */
export const partWords = (id: PartId, { by, policeView }: { by: Mix; policeView: { by: Mix } }) =>
  id !== 'mix'
    ? PART_TERMS[id].definition
    : formatMix(by) === formatMix(policeView.by)
      ? 'The mix is already the one nearest to the police’s own way.'
      : `The share ${byWords(policeView.by)}, which is nearest to the police’s own way, less the share ${byWords(by)}.`

/** `recorded crimes 2024-04 to 2025-03` → `recorded crimes April 2024 to March 2025`. */
export const labelWords = (label: string): string => label.replace(/\d{4}-\d{2}/g, formatDate)

type Facts = {
  areaName: string
  metricName: string
  short: string
  basis: Basis
  unit: string
  decimals: number
  date: string
  whole: { words: string }
  by: Mix
  actual: number
  fair: number
  gap: number
  trust: string
}

/** Headline first. Numbers in sentences are brief; tables have their decimals. */
export const fairShareSentences = (facts: Facts): string[] => {
  const measure = measureOf(facts)
  const noun = measureNoun(measure)
  const rate = `at the rate of ${facts.whole.words} ${byWords(facts.by)}`
  const doubt = facts.trust === 'unverified' ? ' (unverified)' : ''
  return [
    `${facts.areaName} had ${formatBrief(facts.actual, measure)} ${noun} ${formatIn(facts.date)}; ${rate} it would have had ${formatBrief(facts.fair, measure)}${doubt}.`,
    differenceOf(facts, measure),
  ]
}

const differenceOf = ({ gap }: Facts, measure: Measure): string => {
  const size = formatChange(gap, briefDecimals(measure))
  if (!/[1-9]/.test(size)) return 'The two are the same.'
  return `The difference is ${size}: ${gap < 0 ? 'fewer' : 'more'} than that rate would give.`
}
