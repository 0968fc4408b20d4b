/** Axes: from values and dates to pixels, with round ticks. Time is a number on a linear axis. */
import { dayFromNumber, dayNumber, precisionOf } from '../../domain/series/period.ts'
import { formatDate, formatNumber, formatShortMonth } from '../../words/format.ts'
import { isPercent, type Measure } from '../../words/measure.ts'
import { TICK_SIZE } from './palette.ts'
import { roundDomain, roundTicks } from './round-ticks.ts'
import { textWidth } from './text-width.ts'

export type Tick = { value: number; at: number; label: string }

/** `at` = `from` + share of the domain × (`to` − `from`), in pixels. */
export type Axis = {
  domain: [number, number]
  range: [number, number]
  ticks: Tick[]
}

export const place = (axis: Pick<Axis, 'domain' | 'range'>, value: number): number => {
  const [low, high] = axis.domain
  const [from, to] = axis.range
  return pixel(from + ((value - low) / (high - low)) * (to - from))
}

/** Half a hundredth of a pixel is nothing to see and much to read in a file. */
export const pixel = (value: number): number => Math.round(value * 100) / 100

export type ValueAxisOptions = {
  range: [number, number]
  /** Bars and dots must start at zero; lines do when the values come near it. */
  fromZero: boolean
  ticks: number
}

/** Counts of whole things have no tick at a half. */
export const valueAxis = (
  values: readonly number[],
  measure: Pick<Measure, 'unit' | 'decimals' | 'per'>,
  options: ValueAxisOptions,
): Axis => {
  const domain = roundDomain(...valueDomain(values, options.fromZero), options.ticks)
  const whole = measure.decimals === 0 && measure.per === null
  const ticks = roundTicks(...domain, options.ticks).filter(
    (tick) => !whole || Number.isInteger(tick),
  )
  const decimals = decimalsOf(ticks)
  const axis = { domain, range: options.range }
  return {
    ...axis,
    ticks: ticks.map((value) => ({
      value,
      at: place(axis, value),
      label: `${formatNumber(value, decimals)}${isPercent(measure) ? '%' : ''}`,
    })),
  }
}

/** How wide the widest label of an axis is, in whole pixels. */
export const ticksWidth = ({ ticks }: Pick<Axis, 'ticks'>): number =>
  Math.ceil(Math.max(...ticks.map(({ label }) => textWidth(label, TICK_SIZE))))

/** Said beside the axis whenever it does not show zero; null when it does. */
export const axisNote = (
  axis: Pick<Axis, 'domain'>,
  measure: Pick<Measure, 'unit' | 'per'>,
): string | null => {
  const [low, high] = axis.domain
  if (low <= 0 && high >= 0) return null
  const start = low > 0 ? low : high
  const label = formatNumber(start, decimalsOf([start]))
  return `Axis ${low > 0 ? 'starts' : 'ends'} at ${label}${isPercent(measure) ? '%' : ''}`
}

/** Dates that are undated must have been taken out. Years alone get year ticks at their last day. */
export const timeAxis = (dates: readonly string[], range: [number, number]): Axis => {
  if (dates.length === 0) return { domain: [0, 1], range, ticks: [] }
  const days = dates.map(dayNumber)
  const first = Math.min(...days)
  const last = Math.max(...days)
  const inset = (EDGE * (last - first)) / Math.max(1, range[1] - range[0] - 2 * EDGE)
  const axis = {
    domain: (first === last
      ? [first - HALF_YEAR, last + HALF_YEAR]
      : [first - inset, last + inset]) as [number, number],
    range,
  }
  const ticks = first === last ? [soleTick(dates)] : timeTicks(dates, first, last, range)
  return { ...axis, ticks: ticks.map((tick) => ({ ...tick, at: place(axis, tick.value) })) }
}

const valueDomain = (values: readonly number[], fromZero: boolean): [number, number] => {
  const low = Math.min(...values)
  const high = Math.max(...values)
  if (!Number.isFinite(low)) return [0, 1]
  const near = low > 0 && (low < NEAR_ZERO * high || high < SMALL)
  const zero = fromZero || low === high || near
  const bottom = zero || low <= 0 ? Math.min(0, low) : low
  const top = zero || high >= 0 ? Math.max(0, high) : high
  if (top === bottom) return [0, 1]
  // A small wobble may not fill the whole height: the axis spans at least a part of the level.
  const least = LEAST_SPAN * Math.max(Math.abs(low), Math.abs(high))
  const lacking = Math.max(0, least - (top - bottom)) / 2
  return [bottom - lacking, top + lacking]
}

const decimalsOf = (ticks: readonly number[]): number =>
  Math.max(0, ...ticks.map((tick) => String(Number(tick.toFixed(6))).split('.')[1]?.length ?? 0))

const soleTick = (dates: readonly string[]): Omit<Tick, 'at'> => ({
  value: dayNumber(dates[0] ?? ''),
  label: formatDate(dates[0] ?? ''),
})

const timeTicks = (
  dates: readonly string[],
  first: number,
  last: number,
  range: [number, number],
): Omit<Tick, 'at'>[] => {
  const most = Math.max(2, Math.floor((range[1] - range[0]) / TICK_ROOM))
  const months = Math.ceil((last - first) / MONTH)
  const yearly = dates.every((date) => precisionOf(date) === 'year')
  const step = TICK_STEPS.find(
    (candidate) => months / candidate <= most && (!yearly || candidate >= 12),
  )
  return ticksEvery(step ?? 240, yearly, first, last)
}

const ticksEvery = (
  step: number,
  yearly: boolean,
  first: number,
  last: number,
): Omit<Tick, 'at'>[] => {
  const ticks: Omit<Tick, 'at'>[] = []
  const firstYear = Number(dayFromNumber(first).slice(0, 4))
  const start = step < 12 ? firstYear * 12 : Math.floor(firstYear / (step / 12)) * step
  for (let count = start; ; count += step) {
    const month = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
    const year = month.slice(0, 4)
    const value = dayNumber(yearly ? year : month)
    if (value > last) return ticks
    if (value >= first) ticks.push({ value, label: yearly ? year : formatShortMonth(month) })
  }
}

const NEAR_ZERO = 0.5
/** Under this, one more or less is not to fill the height. */
const SMALL = 20
const LEAST_SPAN = 0.05
const MONTH = 30.44
const HALF_YEAR = 183
const TICK_ROOM = 76
const TICK_STEPS = [1, 2, 3, 6, 12, 24, 36, 60, 120]
/** Room between the first or last point and the edge of the plot, so that no marker is cut. */
const EDGE = 6
