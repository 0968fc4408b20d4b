import { FINDINGS } from '@muster/server/imports/import-finding'
import { LAYOUTS } from '@muster/server/imports/layouts/layouts'
import { parseDate, readMonth } from '@muster/server/imports/layouts/reading/dates'
import { parseNumber, readCount } from '@muster/server/imports/layouts/reading/numbers'
import { describe, expect, test } from 'vitest'
import { parseText } from './parsed.ts'

const cell = (text: string, value: string | number = text) => ({ row: 1, column: 1, text, value })

describe('a number', () => {
  test.each([
    ['1234', 1234],
    ['1,234.5', 1234.5],
    ['229,932.50', 229932.5],
    [' 7 ', 7],
    ['1 234', 1234],
    ['1\u2009234\u2009567', 1234567],
    ['1\u00a0234', 1234],
    ['-5', -5],
    ['−5', -5],
    ['–1,234', -1234],
    ['(12)', -12],
    ['0', 0],
  ])('%j is %d', (text, value) => {
    expect(parseNumber(text)).toBe(value)
  })

  test.each([
    ['1,23', 'bad-number'],
    ['1.234,5', 'bad-number'],
    ['12,34,567', 'bad-number'],
    ['80%', 'percent'],
    ['12 officers', 'bad-number'],
    ['1e5', 'bad-number'],
    ['', 'bad-number'],
    ['--5', 'bad-number'],
    ['0x10', 'bad-number'],
    ['Infinity', 'bad-number'],
  ])('is not read from %j', (text, code) => {
    expect(parseNumber(text)).toMatchObject({ code })
  })

  test('with a decimal comma is refused with both ways out', () => {
    expect(parseNumber('1,5')).toMatchObject({
      suggestion: 'Write it with a decimal point: 1.5, or 15 if the comma separates thousands.',
    })
  })

  test('that is stored counts, not what is shown of it', () => {
    expect(readCount(cell('5,517', 5516.65))).toBe(5516.65)
  })

  test('that is shown as a percentage, is negative or has a fraction is no count', () => {
    expect(readCount(cell('80%', 0.8))).toMatchObject({ code: 'percent' })
    expect(readCount(cell('-3', -3))).toMatchObject({ code: 'negative' })
    expect(readCount(cell('40.6', 40.6), 'whole')).toMatchObject({ code: 'not-whole' })
  })
})

describe('a date', () => {
  test.each([
    ['2025', '2025'],
    ['2025-03', '2025-03'],
    ['2025-03-31', '2025-03-31'],
    ['2025-03-31T00:00:00', '2025-03-31'],
    ['202004', '2020-04'],
    ['May-13', '2013-05'],
    ['Sep-18', '2018-09'],
    ['Sept 2018', '2018-09'],
    ['March 2025', '2025-03'],
    ['31 March 2025', '2025-03-31'],
    ['31-Mar-25', '2025-03-31'],
    ['31/03/2025', '2025-03-31'],
    ['30 September 20122', '2012-09-30'],
    ['Monday 31 March 2025', '2025-03-31'],
    ['29/02/2024', '2024-02-29'],
  ])('%j is %s', (text, date) => {
    expect(parseDate(text)).toEqual({ date, isAmbiguous: false })
  })

  test('with a day and a month that could change places is read day first, and says so', () => {
    expect(parseDate('03/04/2025')).toEqual({ date: '2025-04-03', isAmbiguous: true })
    expect(parseDate('04/04/2025')).toEqual({ date: '2025-04-04', isAmbiguous: false })
  })

  test.each(['31/02/2025', '2025-13', '2025-02-30', 'Foo-13', '12/25/2024', '1 234', 'soon', ''])(
    'is not read from %j',
    (text) => {
      expect(parseDate(text)).toMatchObject({ code: 'bad-date' })
    },
  )

  test('month first is refused with the date that it may be', () => {
    expect(parseDate('12/25/2024')).toMatchObject({
      suggestion: 'Write 2024-12-25 if the month comes first.',
    })
  })

  test('that Excel made of a month is refused', () => {
    expect(readMonth({ ...cell('13-May'), date: '2026-05-13' })).toMatchObject({
      code: 'date-changed',
      sentence: expect.stringContaining('“May-13”'),
    })
  })
})

test('every layout says in words what it expects, and every finding what it means', () => {
  expect(LAYOUTS.length).toBeGreaterThan(0)
  for (const { id, title, expects } of LAYOUTS) {
    expect(id).toMatch(/^[a-z-]+$/)
    expect(title.length).toBeGreaterThan(5)
    expect(expects.length).toBeGreaterThan(10)
  }
  for (const meaning of Object.values(FINDINGS)) expect(meaning).toMatch(/^[A-Z].+\.$/)
})

test('an unknown layout is told by its headings, with what the source’s files have', () => {
  const { layout, findings, figures } = parseText(
    'City,Population,Officers\nAbernathy,2694,5\n',
    'police-force-strength',
  )
  expect(layout).toBeNull()
  expect(figures).toEqual([])
  expect(findings).toMatchObject([
    {
      level: 'stop',
      code: 'unknown-layout',
      row: 1,
      cell: 'A1',
      sentence:
        'The layout of this file is not known. Its headings seem to be “City”, “Population” and “Officers”.',
      expected: expect.stringContaining('Date, Police Officer Strength'),
      suggestion: expect.stringContaining('template'),
    },
  ])
})

test('a file of another source says which source it is', () => {
  const { findings } = parseText(
    'Date,Police Officer Strength,Police Staff Strength,PCSO Strength\nMay-13,1,2,3\n',
    'ons-population',
  )
  expect(findings).toMatchObject([
    {
      level: 'stop',
      code: 'other-source',
      suggestion: expect.stringContaining('police-force-strength'),
    },
  ])
})

test.each([
  [
    'comma, with spaces',
    'date, another date, temperature, place\n2011-01-01, , "1,5", Galway\n',
    /“date”, “another date”, “temperature” and “place”/,
  ],
  [
    'semicolon',
    'date;temperature;place\n2011-01-01;1;Galway\n2011-01-02;-1;Galway\n',
    /“date”, “temperature” and “place”/,
  ],
  [
    'tabs, of a table pasted from a page',
    'Year\t2000\t2001\nHouse prices\t5\t6\n',
    /“Year”, “2000” and “2001”/,
  ],
  [
    'years of another country',
    'time_period,geographic_level,fte_turnover\n2022,National,x\n',
    /“time_period”/,
  ],
  ['nothing but a byte order mark and words', '\ufeffkitten,win\n1,2\n', /“kitten” and “win”/],
  ['one number', '1\n', /no row that looks like headings/],
])('a table of no publisher, with %s, is refused with its headings', (_what, text, says) => {
  const { figures, findings } = parseText(text, 'home-office-open-data')
  expect(figures).toEqual([])
  expect(findings).toMatchObject([{ level: 'stop', code: 'unknown-layout' }])
  expect(findings[0]?.sentence).toMatch(says)
})

test('a copy of the monthly strength in which a column was replaced is told from the publisher’s', () => {
  const { codes, findings } = parseText(
    'Date,Police Officer Strength,Police Staff Strength,Total Offences\nMay-13,30636,12702,"82,909"\n',
    'police-force-strength',
  )
  expect(codes).toEqual(['stop heading-unknown', 'stop heading-missing'])
  expect(findings[0]?.sentence).toMatch(/no column “Total Offences”: this is a copy that somebody/)
})
