import { readSentence, tokensOf, writeSentence } from '@muster/shared/domain/reviews/commentary'
import {
  QuarterText,
  quarterAfter,
  quarterSpan,
  refusalToMove,
} from '@muster/shared/domain/reviews/review'
import { describe, expect, test } from 'vitest'

describe('a quarter', () => {
  test('has its first and last day, in a leap year and over the year end', () => {
    expect(quarterSpan('2024-Q1')).toEqual({ from: '2024-01-01', to: '2024-03-31' })
    expect(quarterSpan('2023-Q4')).toEqual({ from: '2023-10-01', to: '2023-12-31' })
    expect(quarterAfter('2024-Q1', -1)).toBe('2023-Q4')
    expect(quarterAfter('2023-Q4', 5)).toBe('2025-Q1')
  })

  test('is written in one way only', () => {
    for (const text of ['2024-Q5', '2024Q1', '2024-q1', '24-Q1', '2024-Q1.pdf'])
      expect(QuarterText.safeParse(text).success).toBe(false)
  })
})

describe('signing', () => {
  const draft = {
    state: 'draft' as const,
    authors: ['Ana', 'Ben'],
    checkedSha256: null,
    sha256: 'a',
  }

  test('is refused to whoever made or edited the review', () => {
    expect(refusalToMove(draft, 'checked', 'Ana', '')).toContain('second person')
    expect(refusalToMove(draft, 'checked', 'Ben', '')).toContain('second person')
    expect(refusalToMove(draft, 'checked', 'Cleo', '')).toBeNull()
  })

  test('cannot be left out on the way to publishing', () => {
    expect(refusalToMove(draft, 'published', 'Cleo', '')).toContain('cannot become')
  })

  test('holds only for the content that was checked', () => {
    const checked = { ...draft, state: 'checked' as const, checkedSha256: 'a' }
    expect(refusalToMove(checked, 'published', 'Cleo', '')).toBeNull()
    expect(refusalToMove({ ...checked, sha256: 'b' }, 'published', 'Cleo', '')).toContain(
      'checked again',
    )
  })

  test('ends with a reason, and a withdrawn review stays withdrawn', () => {
    const published = { ...draft, state: 'published' as const }
    expect(refusalToMove(published, 'withdrawn', 'Cleo', ' ')).toContain('Say why')
    expect(refusalToMove(published, 'withdrawn', 'Cleo', 'wrong')).toBeNull()
    expect(refusalToMove({ ...draft, state: 'withdrawn' }, 'published', 'Cleo', '')).not.toBeNull()
  })
})

describe('commentary', () => {
  const token = '{{series:pcso.fte.E23000001.police-force-strength:now}}'
  const figure = { token, label: 'PCSOs', text: '1,369', value: 1369, observation: '1.2024-03.2' }

  test('reads its figures from the review and never from what was typed', () => {
    const { sentence, unknown } = writeSentence(`There were ${token} PCSOs.`, [figure])
    expect(unknown).toEqual([])
    const read = readSentence(sentence, [figure])
    expect(read.pieces.map(({ text }) => text).join('')).toBe('There were 1,369 PCSOs.')
    expect(read.flagged).toBe(false)
  })

  test('flags a sentence whose figure has changed, and one whose figure is gone', () => {
    const { sentence } = writeSentence(`There were ${token} PCSOs.`, [figure])
    const changed = readSentence(sentence, [{ ...figure, text: '1,371' }])
    expect(changed.flagged).toBe(true)
    expect(changed.pieces[1]).toMatchObject({ text: '1,371', before: '1,369' })
    expect(readSentence(sentence, []).flagged).toBe(true)
  })

  test('names a token that is no figure of the review', () => {
    expect(writeSentence('{{series:made.up:now}} and {{promise:x:gap}}', [figure]).unknown).toEqual(
      ['{{series:made.up:now}}', '{{promise:x:gap}}'],
    )
    expect(tokensOf('{{other:x}} {{series:}} plain')).toEqual([])
  })
})
