/**
 * From posts to people on duty: posts that are budgeted, officers in post, ward officers, and how
 * much of ward officers' time is left for their wards. Each rung is its own figure with its own date
 * and source; they are never subtracted from each other, and an unknown rung is not published.
 */
import type { Basis } from './observation.ts'

export type Rung = {
  id: 'posts' | 'in-post' | 'ward-officers' | 'not-abstracted'
  label: string
  definition: string
  /** The metric and the bases it may have here, the preferred first. */
  metric: string
  bases: readonly Basis[]
  /** Shown as 100 less the value: the share that is left of a share that is taken. */
  leftOf100: boolean
}

export const LADDER: readonly Rung[] = [
  {
    id: 'posts',
    label: 'Budgeted officer posts',
    definition: 'Posts that are paid for, filled or not.',
    metric: 'establishment_officers',
    bases: ['fte', 'posts', 'not_stated'],
    leftOf100: false,
  },
  {
    id: 'in-post',
    label: 'Officers in post',
    definition: 'Officers who are employed, wherever they work on a given day.',
    metric: 'officers',
    bases: ['fte', 'headcount', 'not_stated'],
    leftOf100: false,
  },
  {
    id: 'ward-officers',
    label: 'Dedicated ward officers',
    definition: 'Constables assigned to a ward.',
    metric: 'dedicated_ward_officers',
    bases: ['fte', 'not_stated'],
    leftOf100: false,
  },
  {
    id: 'not-abstracted',
    label: 'Ward time not taken for other duties or training',
    definition: 'Per cent of the recorded minutes of ward officers and PCSOs.',
    metric: 'abstracted_share',
    bases: ['not_stated'],
    leftOf100: true,
  },
]
