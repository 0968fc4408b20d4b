/** The figures that commentary may name, each with its token: what the analyst picks from. */
import { type CitedFigure, tokenOf } from '@muster/shared/domain/reviews/commentary'
import type { ReviewMeasure, ReviewPromise } from '@muster/shared/domain/reviews/review-content'
import { formatChange, formatDate } from '@muster/shared/words/format'
import { formatExact, measureOf, measureTitle } from '@muster/shared/words/measure'
import { readChange } from '@muster/shared/words/reviews/finding'

export const citedFigures = (
  measures: readonly ReviewMeasure[],
  promises: readonly ReviewPromise[],
): CitedFigure[] => [...measures.flatMap(measureFigures), ...promises.flatMap(promiseFigures)]

const measureFigures = (measure: ReviewMeasure): CitedFigure[] => {
  const { key, counted, areaName, now, quarterBefore, yearBefore, onQuarter, onYear } = measure
  const name = `${measureTitle(measureOf(counted))}, ${areaName}`
  const held = (what: string, at: ReviewMeasure['now']): CitedFigure[] =>
    at === null
      ? []
      : [
          {
            token: tokenOf('series', key, what),
            label: `${name}, ${formatDate(at.date)}`,
            text: exact(at.value, counted),
            value: at.value,
            observation: at.observation,
          },
        ]
  const change = (what: string, value: number | null, words: string): CitedFigure[] =>
    value === null || now === null
      ? []
      : [
          {
            token: tokenOf('series', key, what),
            label: `${name}, ${words}`,
            text: readChange(value, counted),
            value,
            observation: now.observation,
          },
        ]
  return [
    ...held('now', now),
    ...held('quarter-before', quarterBefore),
    ...change('on-quarter', onQuarter, 'change in the quarter'),
    ...held('year-before', yearBefore),
    ...change('on-year', onYear, 'change in twelve months'),
  ]
}

const promiseFigures = (promise: ReviewPromise): CitedFigure[] => {
  const { id, title, statusWords, counted, value, promised, gap, observation } = promise
  const figure = (what: string, text: string, of: number | null): CitedFigure => ({
    token: tokenOf('promise', id, what),
    label: `“${title}”: ${what}`,
    text,
    value: of,
    observation,
  })
  return [
    figure('status', statusWords, null),
    ...(counted === null || value === null ? [] : [figure('value', exact(value, counted), value)]),
    ...(counted === null || promised === null
      ? []
      : [figure('promised', exact(promised, counted), promised)]),
    ...(counted === null || gap === null
      ? []
      : [figure('gap', formatChange(gap, Number.isInteger(gap) ? 0 : 1), gap)]),
  ]
}

const exact = (value: number, counted: NonNullable<ReviewPromise['counted']>): string =>
  formatExact(
    value,
    measureOf(counted),
    counted.unit === 'percent' ? 1 : Number.isInteger(value) ? 0 : Math.max(1, counted.decimals),
  )
