import type { Reading } from '@muster/shared/domain/verdicts/promise'
import { judge } from '@muster/shared/domain/verdicts/verdict'
import { placeName, placeNameFirst } from '@muster/shared/words/place-name'
import { meaningOf, meaningOfParts, type ReadingNames } from '@muster/shared/words/promises/meaning'
import { type Told, verdictSentence } from '@muster/shared/words/promises/verdict-sentence'
import { describe, expect, test } from 'vitest'
import {
  caseOf,
  evidence,
  HARINGEY_WARDS,
  lifecycle,
  monthEnds,
  monthly,
  point,
  reading,
} from '../../../support/promise-cases.ts'

const OFFICERS: ReadingNames = {
  area: 'Metropolitan Police',
  measure: {
    name: 'Police officers',
    short: 'Officers',
    unit: 'people',
    decimals: 0,
    basis: 'fte',
    per: null,
  },
  source: 'Police Force Strength',
  counts: 'months',
}

const SHARE: ReadingNames = {
  ...OFFICERS,
  area: 'Enfield',
  measure: {
    name: 'Share of time away from the ward',
    short: 'Away',
    unit: 'percent',
    decimals: 1,
    basis: 'not_stated',
    per: null,
  },
  source: null,
}

const means = (changes: Partial<Reading>, names = OFFICERS): string =>
  meaningOf(reading({ ...changes }), { ...names, source: null })

describe('what a reading is taken to mean', () => {
  test('names the amount, the basis, the place and the end of the period', () => {
    expect(means({ target: 32000, due: '2016-05' })).toBe(
      'At least 32,000 officers (FTE) in the Metropolitan Police by the end of May 2016.',
    )
    expect(means({ target: 30553, direction: 'at_most', due: '2026-03-31' })).toBe(
      'At most 30,553 officers (FTE) in the Metropolitan Police by 31 March 2026.',
    )
    expect(means({ target: 5, due: '2029' })).toContain('by the end of 2029.')
    expect(means({ target: 5, due: null })).toContain(', by a date that is not stated.')
  })

  test('says the increase and the number that it starts from', () => {
    const grown = { targetKind: 'increase', target: 500, due: '2023-12' } as const
    expect(means({ ...grown, baseline: 1215, baselineDate: '2023-03-31' })).toContain(
      'At least 1,715 officers (FTE) in the Metropolitan Police by the end of December 2023: 500 more than the 1,215 of 31 March 2023.',
    )
    expect(means(grown)).toContain(
      '500 more officers (FTE) in the Metropolitan Police by the end of December 2023, on a starting number that was not found.',
    )
    expect(means({ ...grown, target: -5 })).toContain('5 fewer officers')
    expect(means({ ...grown, target: 0 })).toContain('No fewer officers')
    expect(means({ ...grown, target: 0, direction: 'at_most' })).toContain('No more officers')
  })

  test('keeps the decimals that a number has and invents none', () => {
    expect(means({ target: 32459.82 })).toContain('32,459.82 officers')
    expect(means({ target: 2, targetKind: 'per_ward' })).toContain(
      'At least 2 officers (FTE) for each ward in force in the',
    )
  })

  test('puts what is no plural noun, or only one, behind a colon', () => {
    expect(means({ target: 1, due: '2017-01' })).toBe(
      'Police officers (FTE): at least 1 in the Metropolitan Police by the end of January 2017.',
    )
    expect(
      means(
        {
          target: 0,
          targetKind: 'share',
          direction: 'at_most',
          due: null,
          mode: 'throughout',
          start: '2018-01',
        },
        SHARE,
      ),
    ).toBe(
      'Share of time away from the ward: at most 0% in Enfield, at every count from January 2018 on.',
    )
  })

  test('without a number says so and names no source', () => {
    expect(meaningOf(reading({ target: null, label: 'More police' }), OFFICERS)).toBe(
      'More police. The words give no number that a figure could be compared with.',
    )
  })

  test('of parts that must all hold says each, and the one source once', () => {
    const parts = [reading({ target: 2 }), reading({ target: 3 })].map((part) => ({
      reading: part,
      names: OFFICERS,
    }))
    const text = meaningOfParts(parts)
    expect(text).toMatch(/^All of these must be met\. \(1\) At least 2 .* \(2\) At least 3 /)
    expect(text.match(/Tested by/g)).toHaveLength(1)
    expect(meaningOfParts([])).toBe('The words give nothing that figures could test.')
  })
})

const told = (changes: Partial<Told> = {}): Told => ({
  reading: reading(),
  names: OFFICERS,
  kind: 'undertaking',
  ended: { on: null, by: null },
  left: null,
  said: null,
  ...changes,
})

const says = (
  day: string,
  points: ReturnType<typeof monthly>,
  changes: Partial<Reading>,
  rest: Partial<Told> = {},
  wards = HARINGEY_WARDS,
): string => {
  const given = reading(changes)
  const kind = rest.kind ?? 'undertaking'
  const verdict = judge(
    caseOf({ reading: given, kind, evidence: evidence(points, { wards }), day }),
  )
  return verdictSentence(verdict, told({ reading: given, ...rest }))
}

describe('the sentence of a verdict', () => {
  const due = { target: 1000, due: '2024-03' }

  test('names value, date, difference and what was promised', () => {
    expect(says('2024-06-30', monthly('2024-03', [990, 995]), due)).toBe(
      'The Metropolitan Police had 990 officers (FTE) in March 2024, 10 fewer than the 1,000 promised.',
    )
    expect(says('2024-06-30', monthly('2024-03', [1000]), due)).toContain(
      'exactly the 1,000 promised.',
    )
    expect(says('2024-06-30', monthly('2024-03', [1000.5]), due)).toContain(
      '1,000.5 officers (FTE) in March 2024, 0.5 more than the 1,000 promised.',
    )
  })

  test('that came late says when the figures next reached it, and how much later', () => {
    const late = (months: number) =>
      says('2028-06-30', monthly('2024-03', [...Array(months).fill(990), 1000]), due)
    expect(late(1)).toContain('That level was next reached in April 2024, 1 month later.')
    expect(late(5)).toContain('in August 2024, 5 months later.')
    expect(late(24)).toContain('in March 2026, 2 years later.')
    expect(late(47)).toContain('in February 2028, 3 years and 11 months later.')
  })

  test('holds nobody to a forecast, a planned cut or an ask', () => {
    const missed = monthly('2024-03', [990])
    const cut = { ...due, direction: 'at_most' } as const
    expect(says('2024-06-30', missed, due, { kind: 'forecast' })).toContain(
      'than the 1,000 forecast. It was a forecast: nobody committed to it.',
    )
    expect(says('2024-06-30', monthly('2024-03', [1010]), cut, { kind: 'planned-cut' })).toContain(
      '10 more than the 1,000 planned. The cut was not carried out in full by then.',
    )
    expect(says('2024-06-30', missed, due, { kind: 'ask' })).toContain('than the 1,000 asked for.')
  })

  test('of a miss on the way counts the misses and shows the first, with the wards of then', () => {
    const names = { ...OFFICERS, area: 'Haringey' }
    const two = {
      targetKind: 'per_ward',
      target: 2,
      mode: 'throughout',
      start: '2022-03',
      due: null,
    } as const
    expect(says('2022-06-30', monthEnds('2022-03', [38, 37, 40, 41]), two, { names })).toBe(
      'Missed in 3 of 4 verified months (1 with the 19 wards of the start), last in June 2022, the newest of them. The first: Haringey had 37 officers (FTE) at 30 April 2022, 1 fewer than the 38 promised (2 for each of 19 wards).',
    )
    expect(says('2022-06-30', monthEnds('2022-05', [41, 41]), two, { names })).toContain(
      'Missed in all 2 verified months (0 with the 19 wards of the start). The first: Haringey had 41 officers (FTE) at 31 May 2022, 1 fewer than the 42 promised (2 for each of 21 wards).',
    )
    expect(says('2022-06-30', monthEnds('2022-05', [41]), two, { names })).toContain(
      'Missed at the one verified count (0 with the 19 wards of the start).',
    )
  })

  test('of a withdrawn promise says when and by which document, with no figure', () => {
    const verdict = judge(
      caseOf({
        lifecycle: lifecycle({ lifecycle: 'withdrawn', endedOn: '2024-02' }),
        day: '2024-06-30',
      }),
    )
    expect(
      verdictSentence(verdict, told({ ended: { on: '2024-02', by: 'Letter of the Mayor' } })),
    ).toBe('It was withdrawn in February 2024, before it was due. Document: Letter of the Mayor.')
  })

  test('without a verdict names the newest figure, but none from after the due date', () => {
    const old = says('2024-06-30', monthly('2020-03', [990]), { ...due, due: '2025-03' })
    expect(old).toContain(
      'The newest figure is 990 officers (FTE) in the Metropolitan Police in March 2020.',
    )
    const after = says('2026-06-30', [point('2026-01', 990)], due)
    expect(after).toBe(
      'The first value that was found after the due date is more than one publication period later.',
    )
  })

  test('gives per cent as per cent and the gap in percentage points', () => {
    const most = { targetKind: 'share', target: 10, direction: 'at_most', due: '2024-03' } as const
    expect(says('2024-06-30', monthly('2024-03', [19.06]), most, { names: SHARE })).toBe(
      'Share of time away from the ward, Enfield: 19.1% in March 2024, 9.1 percentage points above the 10% promised.',
    )
  })
})

describe('the name of a place', () => {
  test('takes an article when it is the name of a body', () => {
    expect(placeName('Metropolitan Police')).toBe('the Metropolitan Police')
    expect(placeNameFirst('City of London Police')).toBe('The City of London Police')
    expect(placeName('Enfield')).toBe('Enfield')
    expect(placeNameFirst('Avon & Somerset')).toBe('Avon & Somerset')
  })
})
