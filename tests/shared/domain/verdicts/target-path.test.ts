import { pathOf } from '@muster/shared/domain/verdicts/target'
import { describe, expect, test } from 'vitest'
import { HARINGEY_WARDS, point, reading } from '../../../support/promise-cases.ts'

const PCSO_1600 = reading({
  metric: 'pcso',
  targetKind: 'increase',
  target: 1600,
  baseline: 1215,
  baselineDate: '2023-03-31',
  due: '2025-04',
  steps: [{ date: '2023-12-31', value: 1715 }],
})
const LINE = reading({ target: 200, baseline: 100, baselineDate: '2024-01-01', due: '2024-04-10' })
const TWO_A_WARD = reading({ targetKind: 'per_ward', target: 2, due: '2017-12-31' })

describe('pathOf', () => {
  test('is the two ends of a straight line', () => {
    expect(pathOf(LINE, [])).toEqual([
      { date: '2024-01-01', value: 100 },
      { date: '2024-04-10', value: 200 },
    ])
  })

  test('jumps at each step and at the due date', () => {
    expect(pathOf(PCSO_1600, [])).toEqual([
      { date: '2023-03-31', value: 1215 },
      { date: '2023-12-30', value: 1215 },
      { date: '2023-12-31', value: 1715 },
      { date: '2025-04-29', value: 1715 },
      { date: '2025-04', value: 2815 },
    ])
  })

  test('is one value on the due date for a level without a baseline', () => {
    expect(pathOf(reading(), [])).toEqual([{ date: '2024-12-31', value: 1000 }])
  })

  test('jumps on 5 May 2022 with the wards of Haringey, also after the due date', () => {
    expect(pathOf(TWO_A_WARD, HARINGEY_WARDS)).toEqual([
      { date: '2017-12-31', value: 38 },
      { date: '2022-05-04', value: 38 },
      { date: '2022-05-05', value: 42 },
    ])
  })

  test('starts a throughout path at its start, else at the publication, and ends when due', () => {
    const throughout = {
      ...TWO_A_WARD,
      mode: 'throughout' as const,
      start: '2019-01-09',
      due: null,
    }
    const rest = [
      { date: '2022-05-04', value: 38 },
      { date: '2022-05-05', value: 42 },
    ]
    expect(pathOf(throughout, HARINGEY_WARDS, '2018')).toEqual([
      { date: '2019-01-09', value: 38 },
      ...rest,
    ])
    expect(pathOf({ ...throughout, start: null }, HARINGEY_WARDS, '2018-09')).toEqual([
      { date: '2018-09', value: 38 },
      ...rest,
    ])
    expect(pathOf({ ...throughout, due: '2021' }, HARINGEY_WARDS)).toEqual([
      { date: '2019-01-09', value: 38 },
      { date: '2021', value: 38 },
    ])
  })

  test('takes no jump of wards for a target that is not per ward', () => {
    expect(pathOf({ ...LINE, due: '2023-01-01' }, HARINGEY_WARDS)).toHaveLength(1)
    expect(pathOf({ ...LINE, baselineDate: '2020-01-01' }, HARINGEY_WARDS)).toHaveLength(2)
  })

  test('bends a line to a per-ward target where the wards change', () => {
    const line = { ...TWO_A_WARD, baseline: 30, baselineDate: '2022-05-01', due: '2022-05-09' }
    expect(pathOf(line, HARINGEY_WARDS)).toEqual([
      { date: '2022-05-01', value: 30 },
      { date: '2022-05-04', value: 33 },
      { date: '2022-05-05', value: 36 },
      { date: '2022-05-09', value: 42 },
    ])
  })

  test('is empty without a target or without a date', () => {
    expect(pathOf(reading({ target: null }), [])).toEqual([])
    expect(pathOf(reading({ mode: 'throughout', due: null }), [])).toEqual([])
    expect(pathOf({ ...PCSO_1600, due: null }, [])).toEqual([])
  })

  test('orders jumps by date whatever order the wards come in', () => {
    const wards = [point('2023-05-04', 20), ...HARINGEY_WARDS].toReversed()
    expect(pathOf(TWO_A_WARD, wards).map(({ value }) => value)).toEqual([38, 38, 42, 42, 40])
  })
})
