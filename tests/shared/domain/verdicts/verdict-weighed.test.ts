import { Verdict } from '@muster/shared/domain/verdicts/verdict'
import { combine, weigh } from '@muster/shared/domain/verdicts/verdict-parts'
import { describe, expect, test } from 'vitest'
import { judged, monthEnds, point } from '../../../support/promise-cases.ts'

const kept = judged('2024-06-30', [point('2024-03', 1000)], { due: '2024-03' })
const broken = judged('2024-06-30', [point('2024-03', 9)], { due: '2024-03' })
const unknown = judged('2024-06-30', [], { due: '2024-03' }, { evidence: null })

describe('readings that the words allow equally', () => {
  test('make it depend on what is counted where two that can be checked differ', () => {
    const verdict = weigh(broken, [kept])
    expect(verdict).toMatchObject({
      status: 'depends',
      rule: 'readings-differ',
      reason: null,
      since: null,
      gap: null,
      now: { value: 9 },
    })
    expect(Verdict.parse(verdict)).toEqual(verdict)
    expect(weigh(unknown, [broken, kept]).status).toBe('depends')
    expect(weigh(kept, [unknown, broken]).status).toBe('depends')
  })

  test('leave the plainest its verdict where they agree, or where the others cannot be checked', () => {
    expect(weigh(broken, [broken, unknown])).toEqual(broken)
    expect(weigh(kept, [unknown])).toEqual(kept)
    expect(weigh(unknown, [kept])).toEqual(unknown)
    expect(weigh(kept, [])).toEqual(kept)
  })
})

describe('of several broken parts', () => {
  const hold = { mode: 'throughout', start: '2024-01-01', due: null, target: 10 } as const
  const missed = (values: readonly number[], start = '2024-01') =>
    judged('2024-12-31', monthEnds(start, values), { ...hold, start: `${start}-01` })
  const often = missed([9, 9, 9, 10], '2024-03')
  const once = missed([9, 10, 10, 10], '2024-01')

  test('the one missed most is shown, broken since the first broke', () => {
    for (const parts of [
      [often, once],
      [once, often],
    ])
      expect(combine(parts)).toEqual({ ...often, since: '2024-01-31' })
  })

  test('of two missed as often the earlier is shown', () => {
    const later = missed([9, 10], '2024-03')
    expect(combine([later, once])).toEqual(once)
    expect(combine([once, later])).toEqual(once)
    const alike = missed([8, 10, 10, 10], '2024-01')
    expect(combine([once, alike]).now?.value).toBe(9)
    expect(combine([alike, once]).now?.value).toBe(8)
  })

  test('a part missed on the way is shown before one missed at its date', () => {
    expect(combine([broken, once]).missed).toMatchObject({ count: 1, of: 4 })
    expect(combine([once, broken]).missed).toMatchObject({ count: 1, of: 4 })
  })
})
