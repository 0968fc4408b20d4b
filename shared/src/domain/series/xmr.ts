/**
 * The XmR chart of the NHS programme "Making Data Count": is a series within its usual range?
 *
 * Limits are the mean ± 2.66 × the mean moving range. Moving ranges of 3.267 × their mean and more
 * are left out once, so that one jump does not hide the next. Limits belong on flows (net change, a
 * share of time), never on a level that changes slowly. Under 13 values the limits are provisional,
 * under 6 there are none. A break in the series must be cut by the caller.
 */

export type XmrValue = { date: string; value: number }

const XMR_RULES = ['outside', 'shift', 'trend', 'near'] as const
export type XmrRule = (typeof XMR_RULES)[number]

export type XmrLimits = {
  from: string
  to: string
  count: number
  mean: number
  upper: number
  lower: number
  /** Fewer than 13 values. */
  trial: boolean
}

export type XmrPoint = XmrValue & {
  /** The rules that the value is part of breaking; none where there are no limits. */
  rules: XmrRule[]
  side: 'above' | 'below' | 'on'
}

export type Xmr = { points: XmrPoint[]; limits: XmrLimits | null }

/** Values in date order, without gaps in them or breaks between them. */
export const xmrOf = (values: readonly XmrValue[]): Xmr => {
  const limits = limitsOf(values)
  return {
    points:
      limits === null
        ? values.map((value) => ({ ...value, rules: [], side: 'on' }))
        : signals(values, limits),
    limits,
  }
}

/** Null where there are too few values. */
export const limitsOf = (values: readonly XmrValue[]): XmrLimits | null => {
  const [first, last] = [values[0], values.at(-1)]
  if (values.length < FEWEST_FOR_LIMITS || first === undefined || last === undefined) return null
  const mean = meanOf(values.map(({ value }) => value))
  const ranges = values
    .slice(1)
    .map(({ value }, index) => Math.abs(value - (values[index]?.value ?? value)))
  const all = meanOf(ranges)
  const kept = ranges.filter((range) => range < SCREEN * all)
  const width = LIMIT * (kept.length === 0 ? all : meanOf(kept))
  return {
    from: first.date,
    to: last.date,
    count: values.length,
    mean,
    upper: mean + width,
    lower: mean - width,
    trial: values.length < FEWEST_FOR_FIRM_LIMITS,
  }
}

export const FEWEST_FOR_LIMITS = 6
export const FEWEST_FOR_FIRM_LIMITS = 13

/** Seven values on one side, seven in one direction. */
export const RUN = 7

const signals = (values: readonly XmrValue[], limits: XmrLimits): XmrPoint[] => {
  const sides = values.map(({ value }) => Math.sign(value - limits.mean))
  const steps = values.map(({ value }, index) =>
    index === 0 ? 0 : Math.sign(value - (values[index - 1]?.value ?? value)),
  )
  const outside = values.map(({ value }) => value > limits.upper || value < limits.lower)
  const edge = ((limits.upper - limits.mean) * 2) / 3
  const near = values.map(
    ({ value }, index) => !outside[index] && Math.abs(value - limits.mean) > edge,
  )
  const broken: Record<XmrRule, boolean[]> = {
    outside,
    shift: partOfRun(sides, RUN),
    trend: partOfTrend(steps),
    near: partOfNear(near, sides),
  }
  return values.map((value, index) => ({
    ...value,
    rules: XMR_RULES.filter((rule) => broken[rule][index]),
    side: sides[index] === 0 ? 'on' : (sides[index] ?? 0) > 0 ? 'above' : 'below',
  }))
}

/** Part of `length` neighbours that all have the same sign, which is not zero. */
const partOfRun = (signs: readonly number[], length: number): boolean[] => {
  const part = signs.map(() => false)
  for (let start = 0; start + length <= signs.length; start += 1) {
    const run = signs.slice(start, start + length)
    if (run[0] !== 0 && run.every((sign) => sign === run[0])) part.fill(true, start, start + length)
  }
  return part
}

/** Seven values rise or fall in six steps. */
const partOfTrend = (steps: readonly number[]): boolean[] => {
  const part = steps.map(() => false)
  const rising = partOfRun(steps.slice(1), RUN - 1)
  for (const [index, is] of rising.entries()) if (is) part.fill(true, index, index + 2)
  return part
}

/** Two of three neighbours in the outer third, all three on one side of the mean. */
const partOfNear = (near: readonly boolean[], sides: readonly number[]): boolean[] => {
  const part = near.map(() => false)
  for (let start = 0; start + 3 <= near.length; start += 1) {
    const three = [start, start + 1, start + 2]
    const oneSide = Math.abs(three.reduce((sum, at) => sum + (sides[at] ?? 0), 0)) === 3
    if (oneSide && three.filter((at) => near[at]).length >= 2)
      for (const at of three) if (near[at]) part[at] = true
  }
  return part
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const LIMIT = 2.66
const SCREEN = 3.267
