import { turns, verdictHistory } from '@muster/shared/domain/verdicts/verdict-history'
import { expect, test } from 'vitest'
import { judged, monthly } from '../../../support/promise-cases.ts'

/** 9 months on the line from 900 to 1,000, then a fall; due on 31 December 2024, 990 then. */
const POINTS = monthly(
  '2024-01',
  [908, 916, 925, 933, 941, 950, 900, 905, 910, 980, 985, 990, 1000],
)

const judgeOn = (day: string) =>
  judged(day, POINTS, { baseline: 900, baselineDate: '2023-12-31', due: '2024-12-31' })

test('has one entry for each quarter end, with the status of that day', () => {
  expect(verdictHistory(judgeOn, '2023-12-31', '2025-01-31')).toEqual([
    {
      quarter: '2023-Q4',
      day: '2023-12-31',
      status: 'cannot-be-checked',
      reason: 'not-found',
    },
    { quarter: '2024-Q1', day: '2024-03-31', status: 'on-course', reason: null },
    { quarter: '2024-Q2', day: '2024-06-30', status: 'on-course', reason: null },
    { quarter: '2024-Q3', day: '2024-09-30', status: 'behind', reason: null },
    { quarter: '2024-Q4', day: '2024-12-31', status: 'broken', reason: null },
  ])
})

test('starts with the quarter of a month or year and leaves out a quarter that has not ended', () => {
  const days = (from: string, to: string) => verdictHistory(judgeOn, from, to).map(({ day }) => day)
  expect(days('2024-05', '2024-09-29')).toEqual(['2024-06-30'])
  expect(days('2023', '2024-03-31')).toEqual(['2023-12-31', '2024-03-31'])
  expect(days('2024-05', '2024-05-31')).toEqual([])
})

test('turns where the status becomes another, and not where only the reason does', () => {
  const history = verdictHistory(judgeOn, '2024-01-31', '2025-06-30')
  expect(turns(history).map(({ quarter, before, status }) => [quarter, before, status])).toEqual([
    ['2024-Q3', 'on-course', 'behind'],
    ['2024-Q4', 'behind', 'broken'],
  ])
  const entry = { quarter: '2024-Q1', day: '2024-03-31', status: 'cannot-be-checked' } as const
  expect(
    turns([
      { ...entry, reason: 'too-early' },
      { ...entry, reason: 'figures-late' },
    ]),
  ).toEqual([])
  expect(turns([])).toEqual([])
})
