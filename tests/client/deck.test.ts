/** What a review puts on the wall: its screens, its foot and its pictures, made without a browser. */
import { deckOf } from '@muster/client/present/deck'
import type { Review } from '@muster/shared/contract/review'
import { viewOf } from '@muster/shared/view/view'
import { expect, test } from 'vitest'
import { openTestApp } from '../support/app.ts'

const { json } = await openTestApp()
const review = await json<Review>('/reviews/2024-Q1')
const deck = deckOf(review, viewOf('present', { review: '2024-Q1' }))
const SIZE = { width: 640, height: 360 }

test('every chart that a screen names can be drawn, at the size that is asked for', () => {
  const charts = deck.screens.flatMap(({ chart }) => chart ?? [])
  expect(charts.length).toBeGreaterThan(0)
  for (const chart of charts) expect(deck.chartOf(chart)?.(SIZE).model.width).toBe(SIZE.width)
})

test('a chart that no screen names is not drawn', () => {
  expect(deck.chartOf('no-such-chart')).toBeNull()
})

test('a promise with a long title does not take the room of the names of the lines', () => {
  const [chart] = review.model.charts
  const drawn = (label: string): string => {
    const target = { ...chart?.reply.targets[0], date: '2024-03-31', value: 1, label }
    const charts = [{ ...chart, reply: { ...chart?.reply, targets: [target] } }]
    const changed = { ...review, model: { ...review.model, charts } } as Review
    return JSON.stringify(
      deckOf(changed, viewOf('present', {})).chartOf(chart?.id ?? '')?.(SIZE).model,
    )
  }
  expect(drawn('x'.repeat(30))).toContain('x'.repeat(30))
  expect(drawn('x'.repeat(31))).not.toContain('x'.repeat(31))
})

test('Esc leads back to the edition that is presented', () => {
  expect(deckOf(review, viewOf('present', { edition: '2' })).leave).toBe(
    '/reviews/2024-Q1?edition=2',
  )
})
