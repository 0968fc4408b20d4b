/** A trend in words: the two changes side by side, and whether a series is within its usual range. */
import type { TrendChange } from '../domain/series/trend.ts'
import {
  FEWEST_FOR_FIRM_LIMITS,
  FEWEST_FOR_LIMITS,
  RUN,
  type Xmr,
  type XmrPoint,
  type XmrRule,
} from '../domain/series/xmr.ts'
import { formatChange, formatDate, formatIn, formatPercentChange, formatPoints } from './format.ts'
import { exactDecimals, formatExact, isPercent, type Measure } from './measure.ts'

/** `+12 (+0.9%), from 1,282 in December 2024`; null in words where it cannot be computed. */
export const changeWords = (change: TrendChange | null, measure: Measure): string => {
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
  const limits = xmr.limits.at(-1)
  if (limits === undefined)
    return [
      `Too few values to say what is usual: ${xmr.points.length} of at least ${FEWEST_FOR_LIMITS}.`,
    ]
  const points = xmr.points.filter((point) => point.date >= limits.from)
  const signals = points.filter((point) => point.rules.length > 0)
  const last = signals.at(-1)
  const after = last === undefined ? undefined : points[points.indexOf(last) + 1]
  const trial = limits.trial
    ? [
        `The limits are on trial: they rest on ${limits.count} values, and firm ones need ${FEWEST_FOR_FIRM_LIMITS}.`,
      ]
    : []
  const rebased =
    limits.reason === null ? [] : [`Counted anew from ${formatDate(limits.from)}: ${limits.reason}`]
  if (last === undefined)
    return [`Within its usual range since ${formatDate(limits.from)}.`, ...trial, ...rebased]
  if (after === undefined)
    return [
      `Not within its usual range ${formatIn(last.date)}: ${ruleWords(last)}.`,
      ...trial,
      ...rebased,
    ]
  return [
    `Within its usual range since ${formatDate(after.date)}; the last signal before was ${formatIn(last.date)}: ${ruleWords(last)}.`,
    ...trial,
    ...rebased,
  ]
}

/** `outside the limits, above the mean` */
export const ruleWords = ({ rules, side }: Pick<XmrPoint, 'rules' | 'side'>): string =>
  `${rules.map((rule) => RULE_WORDS[rule]).join('; ')}${side === 'on' ? '' : ` (${side} the mean)`}`

const RULE_WORDS: Record<XmrRule, string> = {
  outside: 'outside the limits',
  shift: `one of ${RUN} or more in a row on one side of the mean`,
  trend: `one of ${RUN} or more in a row that rise or fall`,
  near: 'one of two in three close to the same limit',
}
