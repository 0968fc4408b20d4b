/** One value of one metric × basis × area × date, as one release of one source gave it. */
import { z } from 'zod'

/** What is counted: full-time equivalents, people, posts, or the source does not say. */
export const BASES = ['fte', 'headcount', 'posts', 'not_stated'] as const
export const Basis = z.enum(BASES)
export type Basis = z.infer<typeof Basis>

/** How far a figure is to be trusted; it travels with the figure everywhere. */
export const TRUSTS = ['primary', 'secondary', 'unverified'] as const
export const Trust = z.enum(TRUSTS)
export type Trust = z.infer<typeof Trust>

/** Why a value is not there. The words are in `words/terms`. */
export const MISSING = ['x', 'z', 'c', 'u'] as const
export const Missing = z.enum(MISSING)
export type Missing = z.infer<typeof Missing>

/**
 * Marks that travel with a value. `sum`: added up from its parts; `derived`: computed from two
 * figures; `partial`: an incomplete period or coverage; `mean`: a mean over a period; `first`: the
 * first published value differs. The letters are the reason codes of official statistics.
 */
export const FLAGS = [
  'e',
  'p',
  'r',
  'b',
  'u',
  'c',
  'f',
  'partial',
  'mean',
  'sum',
  'derived',
] as const
export const Flag = z.enum(FLAGS)
export type Flag = z.infer<typeof Flag>

export const Point = z.object({
  date: z.string(),
  value: z.number().nullable(),
  missing: Missing.nullable(),
  /** A sentence when the absence, or the value, needs one. */
  why: z.string().optional(),
  trust: Trust,
  flags: z.array(Flag),
  source: z.string(),
  /** `series.date.release`; parts of a sum joined by `+`, a quotient by `:`. */
  observation: z.string(),
})
export type Point = z.infer<typeof Point>

export type KnownPoint = Point & { value: number }

export const isKnown = (point: Point): point is KnownPoint => point.value !== null

/** The least trusted of several figures decides what a result made of them is worth. */
export const leastTrust = (trusts: readonly Trust[]): Trust =>
  TRUSTS[Math.max(0, ...trusts.map((trust) => TRUSTS.indexOf(trust)))] as Trust

/** May the value be joined to its neighbours by a line, and a change be computed to it? */
export const isComplete = (point: Point): boolean =>
  isKnown(point) && !point.flags.some((flag) => flag === 'partial' || flag === 'mean')
