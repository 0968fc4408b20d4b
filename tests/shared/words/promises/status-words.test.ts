import { PROMISE_KINDS, PROMISE_STATUSES } from '@muster/shared/domain/verdicts/promise'
import { spanWords, statusWord, statusWords } from '@muster/shared/words/promises/status-words'
import { describe, expect, test } from 'vitest'
import { judged, lifecycle, monthly } from '../../../support/promise-cases.ts'

const due = { target: 1000, due: '2024-03' }
const missed = judged('2024-06-30', monthly('2024-03', [998, 998]), due)
const late = judged('2025-06-30', monthly('2024-03', [990, 990, 990, 990, 990, 1000]), due)
const unknown = judged('2024-06-30', [], due, { evidence: null })

describe('the word of a status', () => {
  test('is broken or kept only of what someone undertook', () => {
    for (const kind of PROMISE_KINDS) {
      const words = PROMISE_STATUSES.map((status) => statusWord(status, kind))
      expect(words.includes('Broken')).toBe(kind === 'undertaking')
      expect(words.includes('Kept')).toBe(kind === 'undertaking')
      expect(new Set(words).size).toBe(PROMISE_STATUSES.length)
    }
  })

  test.each([
    ['undertaking', 'Broken', 'Kept'],
    ['plan', 'Not met', 'Met'],
    ['budget', 'Not met', 'Met'],
    ['forecast', 'Missed', 'Came true'],
    ['planned-cut', 'Not carried out', 'Carried out'],
    ['ask', 'Not granted', 'Granted'],
  ] as const)('of %s: %s, %s', (kind, no, yes) => {
    expect(statusWord('broken', kind)).toBe(no)
    expect(statusWord('kept', kind)).toBe(yes)
  })
})

describe('the words of a verdict', () => {
  test('of a forecast say by how much it was missed, also when that was made up later', () => {
    expect(statusWords(missed, 'forecast')).toBe('Missed by 0.2 %')
    expect(statusWords(late, 'forecast')).toBe('Missed by 1.0 %')
    expect(statusWords({ ...missed, target: 0 }, 'forecast')).toBe('Missed')
    expect(statusWords({ ...missed, gap: null }, 'forecast')).toBe('Missed')
  })

  test('say how late it was met', () => {
    expect(statusWords(missed, 'undertaking')).toBe('Broken')
    expect(statusWords(late, 'undertaking')).toBe('Broken: met 5 months late')
    expect(statusWords(late, 'plan')).toBe('Met 5 months late')
    expect(statusWords(late, 'planned-cut')).toBe('Carried out 5 months late')
  })

  test('call nothing late that was reached after the term', () => {
    const after = judged('2025-06-30', monthly('2024-03', [990, 990, 990, 990, 990, 1000]), due, {
      lifecycle: lifecycle({ termEnd: '2024-05' }),
    })
    expect(after).toMatchObject({
      rule: 'missed-at-due',
      metOn: null,
      reached: { date: '2024-08' },
    })
    expect(after.arithmetic.map(({ role }) => role)).toContain('first-met')
    expect(statusWords(after, 'undertaking')).toBe('Broken')
  })

  test('say that it is said to be kept, where no figure checks it', () => {
    const said = (delivery: 'whole' | 'late' | 'part' | null) => [{ delivery }]
    expect(statusWords(unknown, 'undertaking', said('whole'))).toBe('Said to be kept, not checked')
    expect(statusWords(unknown, 'undertaking', said('late'))).toBe(
      'Said to be kept late, not checked',
    )
    expect(statusWords(unknown, 'plan', said('whole'))).toBe('Said to be met, not checked')
    expect(statusWords(unknown, 'undertaking', said('part'))).toBe('Cannot be checked')
    expect(statusWords(unknown, 'undertaking', said(null))).toBe('Cannot be checked')
    expect(statusWords(missed, 'undertaking', said('whole'))).toBe('Broken')
  })
})

test('a span is told in months below two years, in years and months above', () => {
  expect([0, 1, 5, 23, 24, 25, 47].map(spanWords)).toEqual([
    'less than a month',
    '1 month',
    '5 months',
    '23 months',
    '2 years',
    '2 years and 1 month',
    '3 years and 11 months',
  ])
})
