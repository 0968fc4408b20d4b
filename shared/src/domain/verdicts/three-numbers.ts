/**
 * Promised, judged, newest: the three numbers of a promise, never one for another. The first is the
 * verdict's target; these are the other two, each with its date.
 */
import { z } from 'zod'
import { Trust } from '../series/observation.ts'
import type { Verdict } from './verdict.ts'
import type { Used } from './verdict-arithmetic.ts'

export const DatedFigure = z.object({
  value: z.number(),
  date: z.string().nullable(),
  trust: Trust,
  observation: z.string().nullable(),
})
export type DatedFigure = z.infer<typeof DatedFigure>

/** The figure that was compared with what was promised; null where nothing is judged. */
export const judgedFigure = ({ status, now }: Verdict): DatedFigure | null =>
  status === 'cannot-be-checked' ? null : dated(now)

/** The newest figure of the series that tests it, whether it still matters for the verdict or not. */
export const newestFigure = ({ newest }: Verdict): DatedFigure | null => dated(newest)

const dated = (used: Used | null): DatedFigure | null =>
  used && {
    value: used.value,
    date: used.date,
    trust: used.trust,
    observation: used.observation,
  }
