/**
 * Round values on an axis: 1, 2 or 5 times a power of ten. The method is that of d3 (Bostock), kept
 * here because the package weighs ten times as much as the two sums that an axis needs.
 */

/** The domain widened to round values, so that its ends are ticks. */
export const roundDomain = (low: number, high: number, count: number): [number, number] => {
  let [start, end] = [low, high]
  let before: Step | null = null
  // Widening may make the step larger, which widens again; it settles after two or three times.
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const step = stepOf(start, end, count)
    if (step === null || (step.times === before?.times && step.over === before.over)) break
    start = valueAt(step, Math.floor(indexOf(step, start)))
    end = valueAt(step, Math.ceil(indexOf(step, end)))
    before = step
  }
  return [start, end]
}

/** About `count` round values within the domain, in rising order. */
export const roundTicks = (low: number, high: number, count: number): number[] => {
  const step = stepOf(low, high, count)
  if (step === null) return low === high ? [low] : []
  let first = Math.round(indexOf(step, low))
  let last = Math.round(indexOf(step, high))
  if (valueAt(step, first) < low) first += 1
  if (valueAt(step, last) > high) last -= 1
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    valueAt(step, first + index),
  )
}

/** A step is a whole number, or one over a whole number: so that 3 × 0.1 is 0.3. */
type Step = { times: number; over: number }

const stepOf = (low: number, high: number, count: number): Step | null => {
  const rough = (high - low) / Math.max(1, count)
  if (!(rough > 0) || !Number.isFinite(rough)) return null
  const power = Math.floor(Math.log10(rough))
  const error = rough / 10 ** power
  const factor =
    error >= Math.sqrt(50) ? 10 : error >= Math.sqrt(10) ? 5 : error >= Math.sqrt(2) ? 2 : 1
  return power < 0
    ? { times: 1, over: 10 ** -power / factor }
    : { times: 10 ** power * factor, over: 1 }
}

const valueAt = ({ times, over }: Step, index: number): number => (index * times) / over

const indexOf = ({ times, over }: Step, value: number): number => (value * over) / times

const MOST_TURNS = 10
