/** The three numbers of a promise on one line: promised, when judged, newest, each with its date. */
import type { PromiseSummary } from '../../contract/promise.ts'
import type { DatedFigure } from '../../domain/verdicts/three-numbers.ts'
import { formatChange, formatDate } from '../format.ts'
import { isPercent, type Measure, measureOf } from '../measure.ts'
import { TRUST_TERMS } from '../terms.ts'
import { decimalsOf, formatPlain, nounOf } from './meaning.ts'

type Numbered = Pick<PromiseSummary, 'standing' | 'judged' | 'newest' | 'sides'>

/**
 * `Promised: 2,804 PCSOs (FTE). When judged: 1,440 (April 2025), −1,364. Newest: 1,366 (July 2026).`;
 * empty where there is no number.
 */
export const numbersWords = ({ standing, judged, newest, sides }: Numbered): string => {
  if (standing === null) return ''
  const measure = measureOf(standing)
  const { promised, dueByThen, gap } = standing
  const decimals = decimalsOf([judged?.value ?? 0, dueByThen ?? 0])
  const due =
    dueByThen === null || dueByThen === promised
      ? ''
      : `, ${formatPlain(dueByThen, measure, decimals)} due by then`
  const gapWords =
    gap === null
      ? ''
      : `, ${formatChange(gap, isPercent(measure) ? 1 : decimals)}${pointsOf(measure)}`
  const judgedWords =
    sides.length > 0
      ? sides
          .flatMap((side) => (side.judged === null ? [] : dated(side.judged, measure)))
          .join(' or ')
      : judged && `${dated(judged, measure, decimals)}${due}${gapWords}`
  return [
    promised === null ? null : `Promised: ${formatPlain(promised, measure)} ${nounOf(measure)}.`,
    judgedWords && `When judged: ${judgedWords}.`,
    newest &&
      (newest.date === judged?.date
        ? 'It is the newest figure.'
        : `Newest: ${dated(newest, measure)}.`),
  ]
    .filter((part) => part !== null && part !== '')
    .join(' ')
}

type Dated = Pick<DatedFigure, 'value' | 'date' | 'trust'>

const dated = ({ value, date, trust }: Dated, measure: Measure, decimals?: number): string => {
  const about = [
    ...(date === null ? [] : [formatDate(date)]),
    ...(trust === 'primary' ? [] : [TRUST_TERMS[trust].label]),
  ]
  const number = formatPlain(value, measure, decimals)
  return about.length === 0 ? number : `${number} (${about.join(', ')})`
}

/** Between two per cents lie percentage points. */
const pointsOf = (measure: Measure): string => (isPercent(measure) ? ' points' : '')
