/** A trend in words: the two changes side by side, and whether a series is within its usual range. */
import type { Change } from '../domain/series/change.ts'
import {
  FEWEST_FOR_FIRM_LIMITS,
  FEWEST_FOR_LIMITS,
  RUN,
  type Xmr,
  type XmrLimits,
  type XmrPoint,
  type XmrRule,
} from '../domain/series/xmr.ts'
import { formatChange, formatDate, formatIn, formatPercentChange, formatPoints } from './format.ts'
import { exactDecimals, formatExact, isPercent, type Measure } from './measure.ts'

/** `+12 (+0.9%), from 1,282 in December 2024`; null in words where it cannot be computed. */
export const changeWords = (change: Change | null, measure: Measure): string => {
  if (change === null)
    return 'not computed: no figure of that month, or what is counted changed since'
  const { from, to } = change
  const percent = isPercent(measure) ? null : formatPercentChange(from.value, to.value)
  const size = isPercent(measure)
    ? formatPoints(change.change)
    : formatChange(change.change, exactDecimals(measure))
  return `${size}${percent === null ? '' : ` (${percent})`}, from ${formatExact(from.value, measure)} ${formatIn(from.date)}`
}

/** The state first: `Within its usual range since April 2022.` */
export const xmrSentences = (xmr: Xmr): string[] => {
  const { limits } = xmr
  if (limits === null)
    return [
      `Too few values to say what is usual: ${xmr.points.length} of at least ${FEWEST_FOR_LIMITS}.`,
    ]
  const last = xmr.points.findLast((point) => point.rules.length > 0)
  const after = last === undefined ? undefined : xmr.points[xmr.points.indexOf(last) + 1]
  const trial = limits.trial
    ? [
        `The limits are provisional: they are based on ${limits.count} values, and firm limits need ${FEWEST_FOR_FIRM_LIMITS}.`,
      ]
    : []
  if (last === undefined)
    return [`Within its usual range since ${formatDate(limits.from)}.`, ...trial]
  if (after === undefined)
    return [`Not within its usual range ${formatIn(last.date)}: ${ruleWords(last)}.`, ...trial]
  return [
    `Within its usual range since ${formatDate(after.date)}; the last signal before was ${formatIn(last.date)}: ${ruleWords(last)}.`,
    ...trial,
  ]
}

export const limitsWords = ({ from, mean, upper, lower }: XmrLimits, measure: Measure): string =>
  `From ${formatDate(from)}: mean ${formatExact(mean, measure)}, limits ${formatExact(lower, measure)} and ${formatExact(upper, measure)}`

/** `outside the limits, above the mean` */
export const ruleWords = ({ rules, side }: Pick<XmrPoint, 'rules' | 'side'>): string =>
  `${rules.map((rule) => RULE_WORDS[rule]).join('; ')}${side === 'on' ? '' : ` (${side} the mean)`}`

const RULE_WORDS: Record<XmrRule, string> = {
  outside: 'outside the limits',
  shift: `one of ${RUN} or more in a row on one side of the mean`,
  trend: `one of ${RUN} or more in a row that rise or fall`,
  near: 'one of two in three close to the same limit',
}
