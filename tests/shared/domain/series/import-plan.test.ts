import { type Figure, planImport } from '@muster/shared/domain/series/import-plan'
import { describe, expect, test } from 'vitest'

const figure = (date: string, value: number | null): Figure => ({
  series: 's',
  date,
  value,
  missing: value === null ? 'x' : null,
})
const series = (...figures: Figure[]) => new Map([['s', figures]])

describe('an import', () => {
  test('adds, revises, leaves alone and leaves out, each figure once', () => {
    const plan = planImport(
      series(figure('2020', 1), figure('2022', 5), figure('2023', null)),
      series(figure('2019', 9), figure('2020', 1), figure('2021', 2), figure('2022', 3)),
    )
    // 2019 lies before the file begins, so the file does not leave it out.
    expect(plan).toMatchObject({ added: 1, revised: 1, unchanged: 1, absent: 1 })
    expect(plan.revisions).toEqual([
      { figure: figure('2022', 5), old: figure('2022', 3), change: 2 },
    ])
  })

  test('of a series that nothing stands of only adds', () => {
    const plan = planImport(series(figure('2020', 1), figure('2021', null)), new Map())
    expect(plan).toMatchObject({ added: 2, revised: 0, unchanged: 0, absent: 0 })
  })

  test('of more revisions than can be shown shows the biggest, and of equal ones the first', () => {
    const known = new Map<string, Figure[]>()
    const incoming = new Map<string, Figure[]>()
    for (let index = 0; index < 400; index += 1) {
      const key = `s${index}`
      known.set(key, [{ ...figure('2020', 0), series: key }])
      incoming.set(key, [{ ...figure('2020', index % 100), series: key }])
    }
    const { revised, revisions } = planImport(incoming, known, 5)
    // Every hundredth value is 0, as it was.
    expect(revised).toBe(396)
    expect(revisions.map(({ figure: { series: key }, change }) => [key, change])).toEqual([
      ['s99', 99],
      ['s199', 99],
      ['s299', 99],
      ['s399', 99],
      ['s98', 98],
    ])
  })
})
