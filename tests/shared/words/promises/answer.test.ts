import { PROMISE_STATUSES, type PromiseStatus } from '@muster/shared/domain/verdicts/promise'
import {
  answerSentences,
  groupWords,
  type PromiseCounts,
  turnSentence,
} from '@muster/shared/words/promises/answer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const NAMES = { here: 'North Area', force: 'the Met' }

const counts = (statuses: Partial<PromiseCounts['statuses']> = {}, said = 0): PromiseCounts => ({
  statuses: {
    kept: 0,
    'on-course': 0,
    behind: 0,
    broken: 0,
    depends: 0,
    'cannot-be-checked': 0,
    ...statuses,
  },
  said,
})

describe('the answer', () => {
  test('says ours first and the force second, each status in the order a reader asks', () => {
    const ours = counts({ kept: 1, 'on-course': 2, behind: 1, broken: 9, 'cannot-be-checked': 36 })
    const force = counts({ broken: 1, depends: 2 })
    expect(answerSentences(ours, force, NAMES)).toEqual([
      'Of 49 promises about police staffing in North Area, 1 was kept, 2 are on course, 1 is behind, 9 were broken and 36 cannot be checked.',
      'Of 3 promises about the whole of the Met, 1 was broken and 2 depend on what is counted.',
    ])
  })

  test('names those that are said to be kept, within those that cannot be checked', () => {
    const [first] = answerSentences(counts({ 'cannot-be-checked': 6 }, 2), counts(), NAMES)
    expect(first).toContain('6 cannot be checked (2 said to be kept).')
    const said = (of: number, many: number) =>
      answerSentences(counts({ 'cannot-be-checked': of }, many), counts(), NAMES)[0]
    expect(said(6, 1)).toContain('(1 said to be kept)')
    expect(said(2, 2)).toContain('(all said to be kept)')
    expect(said(1, 1)).toContain('(it is said to be kept)')
  })

  test('leaves out what nothing has, and speaks of one promise as one', () => {
    expect(answerSentences(counts({ depends: 1 }), counts(), NAMES)).toEqual([
      'Of 1 promise about police staffing in North Area, 1 depends on what is counted.',
    ])
    expect(answerSentences(counts(), counts({ kept: 1 }), NAMES)).toEqual([
      'No promise about police staffing in North Area alone is in the register.',
      'Of 1 promise about the whole of the Met, 1 was kept.',
    ])
  })

  test('adds up, whatever the counts are', () => {
    const anyCounts = fc.record(
      Object.fromEntries(PROMISE_STATUSES.map((status) => [status, fc.nat(500)])),
    ) as fc.Arbitrary<Record<PromiseStatus, number>>
    fc.assert(
      fc.property(anyCounts, anyCounts, (ours, force) => {
        for (const sentence of answerSentences(counts(ours), counts(force), NAMES)) {
          const [total = 0, ...parts] = [...sentence.matchAll(/\d+(?:,\d{3})*/g)].map(([text]) =>
            Number(text.replaceAll(',', '')),
          )
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
        }
      }),
    )
  })
})

describe('a group that the sentences leave out', () => {
  test('is told in its own words', () => {
    const row = (status: PromiseStatus, statusWords: string) => ({ status, statusWords })
    expect(
      groupWords([
        row('broken', 'Not met'),
        row('broken', 'Not met'),
        row('depends', 'Depends'),
        row('cannot-be-checked', 'Cannot be checked'),
      ]),
    ).toBe('2 not met, 1 depends on what is counted and 1 cannot be checked')
  })
})

describe('a turn', () => {
  test('names both statuses in the words of the kind', () => {
    expect(turnSentence('500 more PCSOs', 'undertaking', 'behind', 'broken')).toBe(
      '“500 more PCSOs” went from Behind to Broken.',
    )
    expect(turnSentence('A cut', 'planned-cut', 'broken', 'kept')).toBe(
      '“A cut” went from Not carried out to Carried out.',
    )
  })
})
