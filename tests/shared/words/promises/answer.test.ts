import { PROMISE_STATUSES, type PromiseStatus } from '@muster/shared/domain/verdicts/promise'
import { answerSentence, turnSentence } from '@muster/shared/words/promises/answer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const NONE = { kept: 0, 'on-course': 0, behind: 0, broken: 0, 'cannot-be-checked': 0 }

describe('the answer', () => {
  test('counts every status that something has, in the order a reader asks', () => {
    expect(
      answerSentence({ kept: 1, 'on-course': 2, behind: 1, broken: 9, 'cannot-be-checked': 36 }),
    ).toBe(
      'Of 49 promises about police staffing here, 1 was kept, 2 are on course, 1 is behind, 9 were broken and 36 cannot be checked.',
    )
  })

  test('leaves out what nothing has, and speaks of one promise as one', () => {
    expect(answerSentence({ ...NONE, broken: 1 })).toBe(
      'Of 1 promise about police staffing here, 1 was broken.',
    )
    expect(answerSentence(NONE)).toBe('No promises about police staffing are in the register here.')
  })

  test('adds up, whatever the counts are', () => {
    const counts = fc.record(
      Object.fromEntries(PROMISE_STATUSES.map((status) => [status, fc.nat(500)])),
    ) as fc.Arbitrary<Record<PromiseStatus, number>>
    fc.assert(
      fc.property(counts, (given) => {
        const [total = 0, ...parts] = [...answerSentence(given).matchAll(/\d+/g)].map(Number)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
      }),
    )
  })
})

describe('a turn', () => {
  test('names both statuses in the words of the page', () => {
    expect(turnSentence('500 more PCSOs', 'behind', 'broken')).toBe(
      '“500 more PCSOs” went from Behind to Broken.',
    )
  })
})
