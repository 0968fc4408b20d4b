import { FINDINGS } from '@muster/server/imports/import-finding'
import { parseDate, readMonth } from '@muster/server/imports/layouts/dates'
import { LAYOUTS } from '@muster/server/imports/layouts/layouts'
import { parseNumber, readCount } from '@muster/server/imports/layouts/numbers'
import { describe, expect, test } from 'vitest'
import { openNames, parseSample, parseText, samplesAreHere, samplesTitle } from './parsed.ts'

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
  expect(LAYOUTS).toHaveLength(8)
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

const names = openNames()

type Expected = { figures: number; spots?: Record<string, number>; codes?: string[]; says?: RegExp }

type Sample = readonly [path: string, source: string, expected: Expected]

/** Every sample: the source it is imported under, and what comes of it. */
const SAMPLES: readonly Sample[] = [
  [
    'home-office/open-data-table-police-workforce-260723.ods',
    'home-office-open-data',
    {
      figures: 6996,
      spots: { 'officers fte E23000001 2023-03-31': 34899.05, 'pcso fte BTP 2012-03-31': 322.3 },
      codes: ['note only-headcount'],
    },
  ],
  [
    'home-office/police-workforce-sep18-tables.ods',
    'home-office-summary-tables',
    {
      figures: 660,
      spots: {
        'officers fte E23000014 2018-09-30': 6558.88,
        'specials headcount BTP 2018-09-30': 314,
      },
      codes: ['note left-out', 'note left-out', 'note left-out'],
    },
  ],
  [
    'home-office/police-workforce-tabs-30sep15.ods',
    'home-office-summary-tables',
    {
      figures: 660,
      spots: {
        'designated_officers fte E23000014 2015-09-30': 0,
        'officers fte E23000001 2015-09-30': 31792.89,
      },
      codes: ['note left-out'],
    },
  ],
  [
    'met/MPS_Borough_Crime_202108-202307.csv',
    'mps-borough-crime',
    {
      figures: 33 * 24,
      spots: { 'recorded_crime not_stated E09000002 2021-08': 1626 },
      codes: [],
    },
  ],
  [
    'met/MPS_Borough_Crime_202205-202404_v2.csv',
    'mps-borough-crime',
    {
      figures: 34 * 24,
      spots: { 'recorded_crime not_stated E09000033 2024-04': 7163 },
      codes: [],
    },
  ],
  [
    'met/Police_Force_Strength_to_Mar-26.csv',
    'police-force-strength',
    {
      figures: 465,
      spots: { 'officers fte E23000001 2013-05': 30636, 'pcso fte E23000001 2026-03': 1389 },
      codes: [],
    },
  ],
  [
    'ons/LAD23_Mid_Year_pop_2011_to_2022.xlsx',
    'ons-population',
    {
      figures: 34 * 12,
      spots: { 'population headcount K04000001 2022': 60238038 },
      codes: ['note left-out'],
    },
  ],
  [
    'ons/mye24tablesew.csv',
    'ons-population',
    {
      figures: 34,
      spots: { 'population headcount E09000014 2024': 263850 },
      codes: ['tick date-from-name', 'note left-out'],
    },
  ],
  [
    'other/met_strength_user_edited_2023_lf.csv',
    'police-force-strength',
    {
      figures: 230,
      codes: ['stop heading-unknown', 'stop heading-missing'],
      says: /no column “Total Offences”: this is a copy that somebody has changed/,
    },
  ],
  ...(
    [
      ['odd/complex.csv', /“date”, “another date”, “temperature” and “place”/],
      ['odd/excel_pasting.csv', /“Year”, “2000”, “2001”/],
      ['odd/multilineods.ods', /no row that looks like headings/],
      ['odd/null.csv', /“null”/],
      ['odd/simple.ssv', /“date”, “temperature” and “place”/],
      ['odd/skip_initials.csv', /“field1” and “field2”/],
      ['odd/spanish_chars.csv', /“Gasto total 2011” and “Descripción”/],
      ['odd/utf8bom.csv', /“kitten” and “win”/],
      ['odd/weird_head_padding.csv', /headings seem to be/],
      [
        'other/Table_78_Full_time_Law_Enforcement_Employees_Texas_by_Cities_2020.xlsx',
        /“City”, “Population”/,
      ],
      ['other/csww_headline_measures_2017_to_2022.csv', /“time_period”.* and 22 more/],
      ['other/nhs_sickness_absence_2024-04.csv', /“DATE”, “NHSE_REGION_CODE”/],
      ['other/police-use-of-conducted-energy-devices-2016.ods', /“Police Force\/Region”/],
    ] as const
  ).map(
    ([path, says]): Sample => [
      path,
      'home-office-open-data',
      { figures: 0, codes: ['stop unknown-layout'], says },
    ],
  ),
]

describe.skipIf(!samplesAreHere)(samplesTitle('each published file is read or refused'), () => {
  test.each(SAMPLES)('%s', (path, source, { figures, spots = {}, codes, says }) => {
    const parsed = parseSample(path, source, names)
    expect(parsed.codes).toEqual(codes)
    expect(parsed.figures).toHaveLength(figures)
    for (const [key, value] of Object.entries(spots)) expect(parsed.value(key), key).toBe(value)
    if (says !== undefined) expect(parsed.findings[0]?.sentence).toMatch(says)
    for (const finding of parsed.findings) expect(finding.code in FINDINGS).toBe(true)
  })
})
