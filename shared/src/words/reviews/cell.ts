/** The cells of a review's tables. A number cell holds its value as well as its text. */
import type { ReviewMeasure } from '../../domain/reviews/review-content.ts'
import { formatChange, formatNumber } from '../format.ts'
import { formatExact, isPercent, type Measure } from '../measure.ts'

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

/** Where there is no value, `absent` stands with the mark of the reason. */
export const numberCell = (
  value: number | null,
  measure: Measure | null,
  { observation = null, absent = '', code = null }: Absent = {},
): ReviewCell =>
  value === null || measure === null
    ? { ...words(absent), code }
    : {
        text: formatExact(value, measure, decimalsOf(value, measure)),
        value,
        code,
        observation,
      }

export const figureCell = (figure: ReviewMeasure['now'], measure: Measure): ReviewCell =>
  figure === null
    ? words('')
    : numberCell(figure.value, measure, { observation: figure.observation })

export const changeCell = (change: number | null, measure: Measure | null): ReviewCell =>
  change === null || measure === null
    ? words('')
    : {
        ...words(
          isPercent(measure)
            ? `${formatChange(change, 1)}\u00a0points`
            : formatChange(change, decimalsOf(change, measure)),
        ),
        value: change,
      }

type Absent = { observation?: string | null; absent?: string; code?: string | null }

/** A whole number of full-time equivalents stays whole. */
const decimalsOf = (value: number, measure: Measure): number =>
  isPercent(measure) ? 1 : Number.isInteger(value) ? 0 : Math.max(1, measure.decimals)
