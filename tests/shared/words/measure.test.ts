import { FLAGS, MISSING } from '@muster/shared/domain/series/observation'
import {
  codesOf,
  formatBrief,
  formatExact,
  type Measure,
  measureNoun,
  measureTitle,
} from '@muster/shared/words/measure'
import { FLAG_TERMS, MISSING_TERMS } from '@muster/shared/words/terms'
import { expect, test } from 'vitest'

const officers: Measure = {
  name: 'Police officers',
  short: 'Officers',
  unit: 'people',
  decimals: 0,
  basis: 'fte',
  per: null,
}

test('a measure names its basis and what it is divided by', () => {
  expect(measureTitle(officers)).toBe('Police officers (FTE)')
  expect(measureNoun({ ...officers, per: '1000-residents' })).toBe(
    'officers (FTE) per 1,000 residents',
  )
})

test('a basis that is not stated is named for staff and left out for minutes', () => {
  expect(measureTitle({ ...officers, basis: 'not_stated' })).toBe(
    'Police officers (basis not stated)',
  )
  const minutes = { ...officers, name: 'Recorded minutes', unit: 'minutes', basis: 'not_stated' }
  expect(measureTitle(minutes as Measure)).toBe('Recorded minutes')
})

test('an acronym keeps its capitals and a long name is not shortened to another meaning', () => {
  const pcso = { ...officers, name: 'Police community support officers', short: 'PCSOs' }
  const ward = { ...officers, name: 'Dedicated ward officers', short: 'Ward officers' }
  expect([measureNoun(pcso), measureNoun(ward)]).toEqual([
    'PCSOs (FTE)',
    'dedicated ward officers (FTE)',
  ])
})

test('FTE is whole in sentences and has one decimal in tables', () => {
  expect(formatBrief(1294.37, officers)).toBe('1,294')
  expect(formatExact(1294.37, officers)).toBe('1,294.4')
})

test('a share of the force is per cent', () => {
  expect(formatBrief(3.914, { ...officers, per: 'force-share' })).toBe('3.9%')
})

test('every reason for absence and every flag has a mark of its own words', () => {
  for (const reason of MISSING) expect(MISSING_TERMS[reason].mark).toBe(`[${reason}]`)
  for (const flag of FLAGS) expect(FLAG_TERMS[flag].definition).toMatch(/^[A-Z].*\.$/)
  expect(codesOf({ missing: null, flags: ['e', 'sum'] })).toEqual(['[e]', 'sum'])
})
