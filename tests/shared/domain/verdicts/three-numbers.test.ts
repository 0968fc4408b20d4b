import { judgedFigure, newestFigure } from '@muster/shared/domain/verdicts/three-numbers'
import { expect, test } from 'vitest'
import { judged, monthly, point } from '../../../support/promise-cases.ts'

const DUE = { target: 1000, due: '2024-03' }

test('what was judged stays what it was, and the newest figure goes on', () => {
  const verdict = judged('2024-12-31', monthly('2024-03', [990, 995, 970]), DUE)
  expect(judgedFigure(verdict)).toEqual({
    value: 990,
    date: '2024-03',
    trust: 'primary',
    observation: 'officers.2024-03.r1',
  })
  expect(newestFigure(verdict)).toMatchObject({ value: 970, date: '2024-05' })
})

test('where nothing is judged there is no judged figure, and the newest is shown all the same', () => {
  const old = judged('2025-12-31', monthly('2024-01', [990]), { due: '2030-12' })
  expect(old).toMatchObject({ rule: 'series-too-old', now: { value: 990 } })
  expect(judgedFigure(old)).toBeNull()
  const verdict = judged('2025-12-31', monthly('2023-01', [990]), DUE)
  expect(judgedFigure(verdict)).toBeNull()
  expect(newestFigure(verdict)).toMatchObject({ value: 990, date: '2023-01' })
  expect(newestFigure(judged('2025-12-31', [], DUE))).toBeNull()
})

test('an unverified figure is the newest only where no verified one is', () => {
  const doubtful = point('2024-05', 1, { trust: 'unverified' })
  expect(newestFigure(judged('2024-12-31', [point('2024-03', 990), doubtful], DUE))).toMatchObject({
    value: 990,
    trust: 'primary',
  })
  expect(newestFigure(judged('2024-12-31', [doubtful], DUE))).toMatchObject({
    value: 1,
    trust: 'unverified',
  })
})

test('a figure that is incomplete, or dated after the day, is never the newest', () => {
  const partial = point('2024-02', 5, { trust: 'unverified', flags: ['partial'] })
  expect(newestFigure(judged('2024-12-31', [partial], DUE))).toBeNull()
  expect(
    newestFigure(judged('2024-04-30', monthly('2024-03', [990, 995, 970]), DUE)),
  ).toMatchObject({
    date: '2024-04',
  })
})
