import { groupOf, isCounted, PROMISE_GROUPS } from '@muster/shared/domain/verdicts/count'
import { PROMISE_KINDS } from '@muster/shared/domain/verdicts/promise'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

type Classed = Parameters<typeof groupOf>[0]

const PLAIN: Classed = {
  id: 'a',
  kind: 'undertaking',
  about: 'ours',
  policeStaffing: true,
  repeats: null,
  stepOf: null,
}
const NONE: ReadonlySet<string> = new Set()
const group = (changes: Partial<Classed>, among = NONE) => groupOf({ ...PLAIN, ...changes }, among)

describe('what is counted', () => {
  test('is what someone undertook about police staffing, ours and the force’s', () => {
    expect(group({})).toBe('ours')
    expect(group({ about: 'force' })).toBe('force')
    expect(group({ about: 'national' })).toBe('national')
    expect(group({ policeStaffing: false })).toBe('not-staffing')
    expect(group({ policeStaffing: false, kind: 'ask' })).toBe('not-staffing')
    expect(PROMISE_KINDS.map((kind) => group({ kind, about: 'national' }))).toEqual([
      'national',
      'plans',
      'plans',
      'forecasts',
      'planned-cuts',
      'asks',
      'claims',
      'claims',
    ])
  })

  test('is counted once: a repeat or a step with what it belongs to, where that is listed', () => {
    const among = new Set(['b'])
    expect(group({ repeats: 'b' }, among)).toBe('linked')
    expect(group({ stepOf: 'b' }, among)).toBe('linked')
    expect(group({ repeats: 'b' })).toBe('ours')
    expect(group({ stepOf: 'c' }, among)).toBe('ours')
    expect(group({ about: 'national', stepOf: 'b' }, among)).toBe('national')
    expect((['ours', 'force', 'linked', 'national'] as const).map(isCounted)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('is never anything but a promise of somebody about police staffing', () => {
    const classed = fc.record({
      id: fc.constant('a'),
      kind: fc.constantFrom(...PROMISE_KINDS),
      about: fc.constantFrom('ours' as const, 'force' as const, 'national' as const),
      policeStaffing: fc.boolean(),
      repeats: fc.option(fc.constantFrom('b', 'c')),
      stepOf: fc.option(fc.constantFrom('b', 'c')),
    })
    fc.assert(
      fc.property(classed, (promise) => {
        const found = groupOf(promise, new Set(['b']))
        expect(PROMISE_GROUPS).toContain(found)
        const isLinked = promise.repeats === 'b' || promise.stepOf === 'b'
        expect(isCounted(found)).toBe(
          promise.kind === 'undertaking' &&
            promise.policeStaffing &&
            promise.about !== 'national' &&
            !isLinked,
        )
      }),
    )
  })
})
