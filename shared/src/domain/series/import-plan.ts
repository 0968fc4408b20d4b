/**
 * What an import would do: the file's figures against those that stood on the day of its edition.
 * Nothing is overwritten, so "revised" means that a later release gives another value.
 */
import type { Missing } from './observation.ts'

/** A figure of a series, whatever names it. */
export type Figure<Series = string> = {
  series: Series
  date: string
  value: number | null
  missing: Missing | null
}

type Revision<Series> = {
  figure: Figure<Series>
  old: Pick<Figure, 'value' | 'missing'>
  change: number
}

export type Plan<Series = string> = {
  added: number
  revised: number
  unchanged: number
  /** Figures that stood and that this edition, which covers their series and dates, leaves out. */
  absent: number
  /** The biggest changes first; all of them are counted, at most `limit` are listed. */
  revisions: Revision<Series>[]
  /** New values that move more than any of the last eight periods did. */
  jumps: { figure: Figure<Series>; before: Figure<Series>; change: number; largest: number }[]
}

/**
 * @param known by series, in date order: what stood on the day of the edition. Asked once for each
 * series of the file.
 * @param limit how many revisions and jumps are listed each.
 */
export const planImport = <Series>(
  incoming: ReadonlyMap<Series, readonly Figure<Series>[]>,
  known: { get: (series: Series) => readonly Figure<Series>[] | undefined },
  limit = 1_000,
): Plan<Series> => {
  const plan: Plan<Series> = {
    added: 0,
    revised: 0,
    unchanged: 0,
    absent: 0,
    revisions: [],
    jumps: [],
  }
  for (const [series, figures] of incoming) {
    const before = known.get(series) ?? []
    if (before.length === 0) {
      plan.added += figures.length
      continue
    }
    const byDate = new Map(before.map((figure) => [figure.date, figure]))
    const given = new Set<string>()
    for (const figure of figures) {
      given.add(figure.date)
      const old = byDate.get(figure.date)
      if (old === undefined) plan.added += 1
      else if (old.value === figure.value && old.missing === figure.missing) plan.unchanged += 1
      else {
        plan.revised += 1
        plan.revisions.push({ figure, old, change: changeOf(figure, old) })
      }
    }
    plan.jumps.push(...jumpsIn(figures, before))
    // Of a million revisions a thousand are shown: the rest is let go on the way.
    if (plan.revisions.length > MOST_HELD * limit) plan.revisions = biggest(plan.revisions, limit)
    if (plan.jumps.length > MOST_HELD * limit) plan.jumps = biggest(plan.jumps, limit)
    const [first, last] = rangeOf(figures)
    for (const { date } of before)
      if (!given.has(date) && date >= first && date <= last) plan.absent += 1
  }
  plan.revisions = biggest(plan.revisions, limit)
  plan.jumps = biggest(plan.jumps, limit)
  return plan
}

/** A value that appears or disappears is as big as the value itself. */
const changeOf = (figure: Pick<Figure, 'value'>, old: Pick<Figure, 'value'>): number =>
  (figure.value ?? 0) - (old.value ?? 0)

/** Values new to the series, each against the one before it and the last eight changes. */
const jumpsIn = <Series>(
  figures: readonly Figure<Series>[],
  before: readonly Figure<Series>[],
): Plan<Series>['jumps'] => {
  const known = before.filter((figure) => figure.value !== null)
  if (known.length < FEWEST_CHANGES + 1) return []
  const last = known.at(-1) as Figure<Series>
  const fresh = figures
    .filter((figure) => figure.value !== null && figure.date > last.date)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
  const jumps: Plan<Series>['jumps'] = []
  const line = known.slice(-(PERIODS + 1))
  for (const figure of fresh) {
    const changes = line
      .slice(1)
      .map((entry, index) => Math.abs(changeOf(entry, line[index] as Figure<Series>)))
    const largest = Math.max(...changes)
    const previous = line.at(-1) as Figure<Series>
    const change = changeOf(figure, previous)
    if (Math.abs(change) > largest) jumps.push({ figure, before: previous, change, largest })
    line.push(figure)
    if (line.length > PERIODS + 1) line.shift()
  }
  return jumps
}

const rangeOf = (figures: readonly Pick<Figure, 'date'>[]): [string, string] => {
  let [first, last] = ['9999', '']
  for (const { date } of figures) {
    if (date < first) first = date
    if (date > last) last = date
  }
  return [first, last]
}

/** Equal ones stay in the order in which they came. */
const biggest = <Item extends { change: number }>(items: Item[], limit: number): Item[] =>
  items.sort((a, b) => Math.abs(b.change) - Math.abs(a.change)).slice(0, limit)

const MOST_HELD = 16
const PERIODS = 8
const FEWEST_CHANGES = 3
