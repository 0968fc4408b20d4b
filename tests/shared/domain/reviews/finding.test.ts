import { FINDING_KINDS, type Finding, rankFindings } from '@muster/shared/domain/reviews/finding'
import { changeIn, changesBefore } from '@muster/shared/domain/reviews/quarter-change'
import { signalOf } from '@muster/shared/domain/reviews/signal'
import type { Point } from '@muster/shared/domain/series/observation'
import { describe, expect, test } from 'vitest'
import { bannedIn } from '../../../support/banned-words.ts'
import { monthly, point } from '../../../support/promise-cases.ts'

const QUARTER = { from: '2024-01-01', to: '2024-03-31' }

const inQuarter = (points: readonly Point[], breaks: readonly string[] = []) =>
  changeIn({ points, breaks }, QUARTER)

const changes = (values: readonly number[]) => values.map((value) => ({ date: '2024-03', value }))

describe('the change in a quarter', () => {
  test('is from the same month of the quarter before, and of the year before', () => {
    const points = monthly('2023-03', [100, 1, 2, 103, 4, 5, 106, 7, 8, 109, 10, 11, 112])
    expect(inQuarter(points)).toMatchObject({
      now: { date: '2024-03', value: 112 },
      quarterBefore: { date: '2023-12', value: 109 },
      yearBefore: { date: '2023-03', value: 100 },
      onQuarter: 3,
      onYear: 12,
    })
  })

  test('compares like months where the last month of the quarter is missing', () => {
    const points = monthly('2023-11', [90, 91, 92, 93, null])
    expect(inQuarter(points)).toMatchObject({
      now: { date: '2024-02' },
      quarterBefore: { date: '2023-11' },
      onQuarter: 3,
    })
  })

  test('is not computed across a break, by mark or by flag', () => {
    const points = monthly('2023-12', [10, 11, 12, 13])
    expect(inQuarter(points, ['2024-02']).onQuarter).toBeNull()
    const flagged = points.map((at, index) => (index === 2 ? { ...at, flags: ['b' as const] } : at))
    expect(inQuarter(flagged).onQuarter).toBeNull()
  })

  test('prefers a figure that may decide to a newer one that nobody verified', () => {
    const points = [
      point('2024-01', 10),
      point('2024-02', 12, { trust: 'unverified' }),
      point('2024-03', 20, { flags: ['partial'] }),
    ]
    expect(inQuarter(points).now).toMatchObject({ date: '2024-01', value: 10 })
  })

  test('is nothing where the quarter has no figure', () => {
    expect(inQuarter(monthly('2023-01', [1, 2, 3]))).toMatchObject({
      now: null,
      onQuarter: null,
    })
  })

  test('has earlier changes only back to the first hole', () => {
    const points = [
      ...monthly('2022-12', [50]),
      ...monthly('2023-06', [60]),
      ...monthly('2023-09', [70]),
      ...monthly('2023-12', [85]),
      ...monthly('2024-03', [99]),
    ]
    const { now } = inQuarter(points)
    expect(now && changesBefore({ points, breaks: [] }, now)).toEqual([
      { date: '2023-09', value: 10 },
      { date: '2023-12', value: 15 },
    ])
  })
})

describe('a signal', () => {
  test('needs six earlier quarters, and is on trial under thirteen', () => {
    expect(signalOf(100, changes([1, 2, 1, 2, 1]))).toBeNull()
    expect(signalOf(100, changes([1, 2, 1, 2, 1, 2]))).toMatchObject({ trial: true, says: 'rose' })
    expect(signalOf(0, changes(Array(13).fill(0)))).toMatchObject({ trial: false })
  })

  test('lies outside the mean of the earlier changes by 2.66 mean moving ranges', () => {
    // Mean 2, moving ranges all 2: limits 2 ± 5.32.
    const before = changes([1, 3, 1, 3, 1, 3, 1, 3])
    expect(signalOf(7.3, before)).toMatchObject({ isUsual: true })
    expect(signalOf(7.4, before)).toMatchObject({ isUsual: false, says: 'rose' })
    expect(signalOf(-3.3, before)).toMatchObject({ isUsual: true, says: 'no-real-change' })
    expect(signalOf(-3.4, before)).toMatchObject({ isUsual: false, says: 'fell' })
  })

  test('of a steady fall is a fall that is usual, counted from the first of the run', () => {
    const before = changes([40, -210, -300, -220, -310, -240, -290, -200, -280, -250, -300, -230])
    expect(signalOf(-262, before)).toMatchObject({ says: 'fell', isUsual: true, run: 12 })
  })

  test('needs four in one direction to call a usual change a run', () => {
    const before = [20, -20, 20, -20, 20, -20, 20, -20]
    expect(signalOf(-5, changes([...before, -5]))).toMatchObject({
      says: 'no-real-change',
      run: 3,
    })
    expect(signalOf(-5, changes([...before, -5, -5]))).toMatchObject({ says: 'fell', run: 4 })
  })

  test('sees seven changes on one side of the usual one, whatever their signs', () => {
    const before = [
      ...Array(13)
        .fill(0)
        .map((_, index) => (index % 2 ? 90 : 70)),
      10,
      -1,
      10,
      -1,
      10,
      -1,
    ]
    const { says, run, isUsual } = signalOf(10, changes(before)) ?? {}
    expect({ says, run, isUsual }).toEqual({ says: 'rose', run: 1, isUsual: true })
  })

  test('sees twelve months that bring more than four quarters usually do', () => {
    const before = changes([10, -10, 10, -10, 10, -10, 10, -10])
    const usual = signalOf(5, before, 30)
    expect(usual).toMatchObject({ says: 'no-real-change', unusualYear: null })
    expect(signalOf(5, before, -120)).toMatchObject({ says: 'fell', unusualYear: -120 })
  })

  test('never says that a level rose which fell, though it fell less than usual', () => {
    const before = changes([-250, -260, -250, -260, -250, -260, -250, -260])
    expect(signalOf(-50, before)).toMatchObject({ says: 'fell', isUsual: false })
  })
})

describe('findings', () => {
  const finding = (changes: Partial<Finding>): Finding => ({
    id: 'x',
    kind: 'signal',
    sentence: '',
    ours: false,
    size: 0,
    promise: null,
    source: null,
    figures: [],
    ...changes,
  })

  test('stand by kind, then ours, then size, whatever order they came in', () => {
    const all = [
      finding({ id: 'small', size: 1 }),
      finding({ id: 'ours', ours: true, size: 0.1 }),
      finding({ id: 'steady', kind: 'no-real-change', size: 99 }),
      finding({ id: 'turned', kind: 'verdict-turned' }),
      finding({ id: 'large', size: 9 }),
    ]
    const wanted = ['turned', 'ours', 'large', 'small', 'steady']
    expect(rankFindings(all).map(({ id }) => id)).toEqual(wanted)
    expect(rankFindings(all.toReversed()).map(({ id }) => id)).toEqual(wanted)
    expect(FINDING_KINDS[0]).toBe('verdict-turned')
  })

  test('may quote a banned word and may not use one', () => {
    expect(bannedIn('“A huge success” went from Behind to Broken.')).toEqual([])
    expect(bannedIn('Officer numbers plunge; a failure.')).toEqual(['failure', 'plunge'])
  })
})
