/** An area that figures and promises are about; an area may have different parents over time. */
import { z } from 'zod'

export const AREA_TYPES = ['country', 'force', 'bcu', 'borough', 'ward'] as const

export const AreaType = z.enum(AREA_TYPES)
export type AreaType = z.infer<typeof AreaType>

/** `from` and `to` are null where the day is open or not known; the date keeps its precision. */
export const Membership = z.object({
  code: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export type Membership = z.infer<typeof Membership>

export const Area = z.object({
  code: z.string(),
  name: z.string(),
  type: AreaType,
  parents: z.array(Membership),
})
export type Area = z.infer<typeof Area>

/** Was the membership in force on the day? An unknown start or end counts as open. */
export const isInForce = (membership: Membership, day: string): boolean =>
  (membership.from === null || membership.from <= day) &&
  (membership.to === null || day <= membership.to)
