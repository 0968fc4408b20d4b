/**
 * What an area would have at the rate of the whole, by residents, by recorded crime or by a stated
 * mix, and the difference split into parts that sum to it exactly.
 *
 * The first part is what the way the police say they allocate (`allocated`) would change of the fair
 * share; it is one number, because nothing says how much of it is due to which driver. What no part
 * explains stays in `unexplained`, which is computed last and cannot be left out. The split says
 * what goes with the difference, not what caused it.
 */

/** What a whole may be shared out by. */
export const DRIVERS = ['residents', 'crimes'] as const
export type Driver = (typeof DRIVERS)[number]

/** Whole or decimal per cent that add up to 100. */
export type Mix = readonly { driver: Driver; percent: number }[]

/** A number of the area and the same number of the whole that it is a part of. */
export type PartOf = { ours: number; whole: number }

export const PART_IDS = ['mix', 'vacancy', 'abstraction'] as const
export type PartId = (typeof PART_IDS)[number]

export type GapInput = {
  /** The figure of the area and of the whole, from one source and date. */
  figure: PartOf
  mix: Mix
  /** How the police say that they allocate. */
  allocated: Mix
  /** Null where a driver is not known on the date. */
  drivers: Readonly<Record<Driver, PartOf | null>>
  /** Budgeted posts of the same kind; null where they are not published. */
  posts: PartOf | null
  /** Time recorded in all, for a figure that is the time left; null for every other figure. */
  time: PartOf | null
}

/** `fair + gap` is `actual`; `parts` and `unexplained` sum to `gap` to the last binary digit. */
export type SplitGap = {
  actual: number
  fair: number
  gap: number
  parts: { id: PartId; value: number }[]
  unexplained: number
}

/** Null where a driver of the mix is not known: then there is no fair share. */
export const splitGap = (input: GapInput): SplitGap | null => {
  const { figure, mix } = input
  const share = shareOf(mix, input)
  if (share === null) return null
  const gap = onGrid(figure.ours - figure.whole * share)
  const parts = PART_IDS.flatMap((id) => {
    const value = PARTS[id](input)
    return value === null ? [] : [{ id, value: onGrid(value) }]
  })
  return {
    actual: figure.ours,
    fair: figure.ours - gap,
    gap,
    parts,
    unexplained: parts.reduce((left, part) => left - part.value, gap),
  }
}

/** As printed with so many decimals: rounded so that the printed parts still sum. */
export const printedSplit = (
  split: Pick<SplitGap, 'gap' | 'parts' | 'unexplained'>,
  decimals: number,
): Pick<SplitGap, 'gap' | 'parts' | 'unexplained'> => {
  const unit = 10 ** decimals
  const whole = (value: number): number => Math.sign(value) * Math.round(Math.abs(value) * unit) + 0
  const left = split.parts.reduce((rest, part) => rest - whole(part.value), whole(split.gap))
  return {
    gap: whole(split.gap) / unit,
    parts: split.parts.map((part) => ({ id: part.id, value: whole(part.value) / unit })),
    unexplained: left / unit,
  }
}

/** `residents`, or `residents:50,crimes:50`. A sentence says what is wrong with any other text. */
export const parseMix = (text: string): Mix | { fault: string } => {
  const items = text.split(',').map((item) => item.split(':'))
  const mix = items.map(([driver = '', percent]) => ({
    driver: DRIVERS.find((known) => known === driver),
    name: driver,
    percent: percent === undefined && items.length === 1 ? 100 : readPercent(percent ?? ''),
  }))
  const stranger = mix.find((item) => item.driver === undefined)
  if (stranger !== undefined)
    return { fault: `“${stranger.name.slice(0, 40)}” is not known. ${HOW}` }
  if (new Set(mix.map((item) => item.driver)).size < mix.length)
    return { fault: `Each may be named once. ${HOW}` }
  if (mix.some((item) => item.percent === null))
    return { fault: `Each needs its per cent, from 0 to 100. ${HOW}` }
  const known = mix as { driver: Driver; percent: number }[]
  const total = known.reduce((sum, item) => sum + Math.round(item.percent * 100), 0)
  if (total !== 10_000) return { fault: `The mix adds up to ${total / 100}, not to 100. ${HOW}` }
  return known
    .filter((item) => item.percent > 0)
    .map(({ driver, percent }) => ({ driver, percent }))
    .sort((a, b) => DRIVERS.indexOf(a.driver) - DRIVERS.indexOf(b.driver))
}

export const formatMix = (mix: Mix): string => {
  const [only] = mix
  return mix.length === 1 && only !== undefined
    ? only.driver
    : mix.map(({ driver, percent }) => `${driver}:${percent}`).join(',')
}

/** The per cent of a driver in a mix; 0 where it does not count. */
export const percentOf = (mix: Mix, driver: Driver): number =>
  mix.find((item) => item.driver === driver)?.percent ?? 0

/** The part of the whole that the mix gives the area, 0 to 1. */
const shareOf = (mix: Mix, { drivers }: GapInput): number | null => {
  let share = 0
  for (const { driver, percent } of mix) {
    const part = drivers[driver]
    if (part === null || part.whole === 0) return null
    share += (percent / 100) * (part.ours / part.whole)
  }
  return share
}

/** What the fair share would change by, were the mix the police's own. */
const towardsAllocated = (input: GapInput): number | null => {
  const [chosen, allocated] = [shareOf(input.mix, input), shareOf(input.allocated, input)]
  return chosen === null || allocated === null ? null : input.figure.whole * (allocated - chosen)
}

/** More or less than ours would have if as much of it were left of `base` as in the whole. */
const besideRateOf = (base: PartOf | null, { figure }: GapInput): number | null =>
  base === null || base.whole === 0 ? null : figure.ours - base.ours * (figure.whole / base.whole)

const PARTS: Record<PartId, (input: GapInput) => number | null> = {
  mix: towardsAllocated,
  vacancy: (input) => besideRateOf(input.posts, input),
  abstraction: (input) => besideRateOf(input.time, input),
}

/** Multiples of about a millionth: sums and differences of these are exact in any order. */
const onGrid = (value: number): number => Math.round(value * GRID) / GRID + 0

const readPercent = (text: string): number | null =>
  /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) <= 100 ? Number(text) : null

const GRID = 2 ** 20
const HOW = 'Write residents, crimes, or a mix as residents:50,crimes:50.'
