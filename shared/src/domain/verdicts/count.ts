/**
 * What is counted in the sentence about the promises, and the group in which each of the others
 * stands: every promise is in one group, and only in one.
 */
import { z } from 'zod'
import { lastDay } from '../series/period.ts'
import type { PromiseKind, PromiseRecord } from './promise.ts'

export const PROMISE_GROUPS = [
  'ours',
  'force',
  'linked',
  'plans',
  'forecasts',
  'planned-cuts',
  'asks',
  'claims',
  'national',
  'not-staffing',
] as const
export const PromiseGroup = z.enum(PROMISE_GROUPS)
export type PromiseGroup = z.infer<typeof PromiseGroup>

type Classed = Pick<
  PromiseRecord,
  'id' | 'kind' | 'about' | 'policeStaffing' | 'repeats' | 'stepOf'
>

/**
 * @param among the ids of the promises that it is listed with: what repeats one of them, or is a step
 * to one, is counted with that one; where the other is not there, it stands for both.
 */
export const groupOf = (promise: Classed, among: ReadonlySet<string>): PromiseGroup => {
  if (!promise.policeStaffing) return 'not-staffing'
  if (promise.kind !== 'undertaking') return GROUP_OF_KIND[promise.kind]
  const links = [promise.repeats, promise.stepOf]
  const isLinked = links.some((id) => among.has(id ?? ''))
  return isLinked && promise.about !== 'national' ? 'linked' : promise.about
}

/** Only what someone undertook about police staffing, here or in the whole force, each once. */
export const isCounted = (group: PromiseGroup): boolean => group === 'ours' || group === 'force'

/** Does it still bind on a day: not withdrawn, nor replaced, nor past the day or the term it was for? */
export const isRunning = (
  {
    lifecycle,
    due,
    endedOn,
    termEnd,
  }: Pick<PromiseRecord, 'lifecycle' | 'endedOn' | 'termEnd'> & { due: string | null },
  at: string,
): boolean =>
  !((lifecycle === 'withdrawn' || lifecycle === 'replaced') && hasPassed(endedOn, at)) &&
  [due, termEnd].every((end) => end === null || lastDay(end) >= at)

/** Without a day it had ended before anybody looked. */
const hasPassed = (day: string | null, at: string): boolean => day === null || lastDay(day) <= at

const GROUP_OF_KIND: Record<Exclude<PromiseKind, 'undertaking'>, PromiseGroup> = {
  plan: 'plans',
  budget: 'plans',
  forecast: 'forecasts',
  'planned-cut': 'planned-cuts',
  ask: 'asks',
  claim: 'claims',
  recommendation: 'claims',
}
