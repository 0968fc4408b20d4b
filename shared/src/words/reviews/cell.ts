/** The cells of a review's tables. A number cell holds its value as well as its text. */
import type { Counted, ReviewMeasure } from '../../domain/reviews/review-content.ts'
import { formatChange, formatNumber } from '../format.ts'
import { formatExact, isPercent } from '../measure.ts'
import { measureOf } from './finding.ts'

/** `value` null with `code`: a gap, and why. */
export type ReviewCell = {
  text: string
  value: number | null
  code: string | null
  observation: string | null
}

export type ReviewTable = {
  id: string
  title: string
  columns: readonly { label: string; numeric: boolean }[]
  rows: readonly (readonly ReviewCell[])[]
}

/** A label that begins with `#` heads numbers. */
export const columns = (...labels: readonly string[]): ReviewTable['columns'] =>
  labels.map((label) => ({ label: label.replace(/^#/, ''), numeric: label.startsWith('#') }))

export const words = (text: string): ReviewCell => ({
  text,
  value: null,
  code: null,
  observation: null,
})

export const plain = (value: number | null, decimals: number): ReviewCell => ({
  ...words(value === null ? '' : formatNumber(value, decimals)),
  value,
})

export const numberOf = (
  value: number | null,
  counted: Counted | null,
  observation: string | null,
  absent: string,
  code: string | null = null,
): ReviewCell =>
  value === null || counted === null
    ? { ...words(absent), code }
    : {
        text: formatExact(value, measureOf(counted), decimalsOf(value, counted)),
        value,
        code,
        observation,
      }

export const heldOf = (held: ReviewMeasure['now'], counted: Counted): ReviewCell =>
  held === null ? words('') : numberOf(held.value, counted, held.observation, '')

export const changeOf = (change: number | null, counted: Counted | null): ReviewCell =>
  change === null || counted === null
    ? words('')
    : {
        ...words(
          isPercent(measureOf(counted))
            ? `${formatChange(change, 1)} points`
            : formatChange(change, decimalsOf(change, counted)),
        ),
        value: change,
      }

/** A whole number of full-time equivalents stays whole. */
const decimalsOf = (value: number, counted: Counted): number =>
  isPercent(measureOf(counted)) ? 1 : Number.isInteger(value) ? 0 : Math.max(1, counted.decimals)
