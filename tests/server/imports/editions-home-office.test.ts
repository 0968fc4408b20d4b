import { describe, expect, test } from 'vitest'
import { openNames, parseBytes, parseText, workbook } from './parsed.ts'

const names = openNames()
const forces = names.areasOf('force')

describe('another edition of the open data table', () => {
  const HEADING =
    'As at 31 March,Geocode,Force name,Region,Sex,Rank,Worker type,Total (Headcount),Total (FTE)'
  const MET = 'E23000001,Metropolitan Police,London,Male'
  const openData = (text: string) => parseText(text, 'home-office-open-data', { names })

  test('in another order, with columns more, is read by its headings', () => {
    const parsed = openData(
      [
        'Force name,Total (FTE),As at 31 March,Worker type,Rank,Sex,Total (Headcount),Region code',
        'Metropolitan Police,1150.25,2025,Police officer,Constable,Female,1200,E12000007',
        'Metropolitan Police,40.5,2025,PCSO,PCSO,Female,44,E12000007',
      ].join('\n'),
    )
    expect(parsed.value('officers fte E23000001 2025-03-31')).toBe(1150.25)
    expect(parsed.value('pcso headcount E23000001 2025-03-31')).toBe(44)
    expect(parsed.findings.map(({ sentence }) => sentence)).toContain(
      'Columns that the layout does not know were left out: “Region code”.',
    )
  })

  test.each([
    ['Designated Officer', 'designated_officers'],
    ['Police designated officers', 'designated_officers'],
    ['Police Community Support Officer (PCSO)', 'pcso'],
    ['Police staff2', 'staff'],
    ['Police Support Volunteers', 'volunteers'],
  ])('knows the kind of worker %s as %s', (worker, metric) => {
    const parsed = openData(`${HEADING}\n2025,${MET},x,${worker},7,6.5`)
    expect(parsed.value(`${metric} headcount E23000001 2025-03-31`)).toBe(7)
  })

  test('takes no year for a day that nobody names', () => {
    const rows = `2025,${MET},Constable,Police officer,7,6.5`
    const parsed = openData(`${HEADING.replace('As at 31 March', 'Year')}\n${rows}`)
    expect(parsed.codes).toContain('stop no-date')
    expect(parsed.figures).toEqual([])
  })

  test('names a force that nobody knows once, with its rows', () => {
    const row = '2025,,Kentshire,South East,Male'
    const parsed = openData(
      `${HEADING}\n${row},Constable,Police officer,7,6.5\n${row},Sergeant,Police officer,3,2.5`,
    )
    expect(parsed.findings.filter(({ code }) => code === 'unknown-area')).toMatchObject([
      {
        level: 'stop',
        cell: 'C2',
        sentence: '“Kentshire” is not a force of the register. 2 rows are like this one.',
        suggestion: expect.stringContaining('Kent'),
      },
    ])
  })

  test('takes a whole date as it stands', () => {
    const rows = `30/09/2024,${MET},Constable,Police officer,7,6.5`
    const parsed = openData(`${HEADING.replace('As at 31 March', 'Date')}\n${rows}`)
    expect(parsed.value('officers fte E23000001 2024-09-30')).toBe(6.5)
  })

  test.each([
    [
      'As at 31 March,Geocode,Force name,Region,Worker type,Sex,Function subgroup name,Wider function name,Total (FTE)\n2025,E23000001,Metropolitan Police,London,Police Officer,Male,Neighbourhood,Local policing,120.5',
      'Function subgroup name',
    ],
    [
      `${HEADING},Ethnicity (5+1)\n2025,${MET},Constable,Police officer,7,6.5,White`,
      'Ethnicity (5+1)',
    ],
    [
      'Financial year,Force name,Sex,Joiner type,Total (Headcount),Total (FTE)\n2024/25,Metropolitan Police,Male,New,7,6.5',
      'Joiner type',
    ],
  ])('that is divided further is refused, never added up', (text, column) => {
    const parsed = openData(text)
    expect(parsed.figures).toEqual([])
    expect(parsed.findings).toMatchObject([
      { level: 'stop', code: 'unknown-layout', found: column },
    ])
    expect(parsed.findings[0]?.suggestion).toContain('open-data-table-police-workforce')
  })

  test('with decimal commas is read so, with a tick', () => {
    const rows = ['"6,6"', '"1,204"'].map(
      (fte, index) => `2025,${MET},${index},Police officer,7,${fte}`,
    )
    const parsed = openData([HEADING, ...rows].join('\n'))
    expect(parsed.value('officers fte E23000001 2025-03-31')).toBe(7.8)
    expect(parsed.codes).toContain('tick decimal-comma')
  })

  test('saved as it is displayed, rounded, needs a tick', () => {
    const rows = (fraction: number) =>
      forces
        .map(({ name }) => `2025,,"${name}",x,Male,x,Police officer,9,${8 + fraction}`)
        .join('\n')
    expect(openData(`${HEADING}\n${rows(0)}`).codes).toContain('tick rounded')
    expect(openData(`${HEADING}\n${rows(0.4)}`).codes).not.toContain('tick rounded')
  })
})

describe('another edition of the summary tables', () => {
  const summary = (rows: (string | number | null)[][]) =>
    parseBytes(workbook({ Table_H3: rows }), 'home-office-summary-tables', { names })
  const AREAS = [
    ['E23000014', 'West Midlands', 'West Midlands'],
    ['E23000001', 'London', 'Metropolitan Police [note 5]'],
  ]
  const sentencesOf = ({ findings }: ReturnType<typeof summary>) =>
    findings.map(({ sentence }) => sentence)

  test('may count one kind in heads, where its own heading says so', () => {
    const parsed = summary([
      [
        'Table H3: Police workforce, by police force area, England and Wales, as at 31 March 2022 [note 1]',
      ],
      ['Full-time equivalents (FTE)'],
      [
        'Geocode',
        'Region',
        'Police force',
        'Police officers',
        'Police staff and designated officers4',
        'Special constables (headcount)',
        'Total workforce',
      ],
      [...(AREAS[0] ?? []), 7500.5, 3000.25, 300, 10_500],
      [...(AREAS[1] ?? []), 33_104.14, 9000.5, 1700, 42_000],
    ])
    expect(parsed.value('officers fte E23000001 2022-03-31')).toBe(33_104.14)
    expect(parsed.value('specials headcount E23000001 2022-03-31')).toBe(1700)
    expect(parsed.figures).toHaveLength(4)
    expect(sentencesOf(parsed)).toContain(
      'Columns that count none of the kinds of workers alone were left out: “Police staff and designated officers4” and “Total workforce”.',
    )
  })

  test('may put FTE and heads side by side under one date', () => {
    const parsed = summary([
      ['Table H4: Police officers by police force area, 31 March 2021 and 31 March 2022'],
      [null, null, null, '31 March 2021', null, '31 March 20223', null],
      [
        'Geocode',
        'Region',
        'Police force',
        'FTE',
        'Headcount',
        'FTE',
        'Headcount',
        'Change in FTE',
      ],
      [...(AREAS[0] ?? []), 7500.5, 7700, 7600.5, 7800, 100],
      [...(AREAS[1] ?? []), 33_104.14, 34_000, 33_204.14, 34_100, 100],
    ])
    expect(parsed.value('officers fte E23000001 2021-03-31')).toBe(33_104.14)
    expect(parsed.value('officers headcount E23000001 2021-03-31')).toBe(34_000)
    expect(parsed.value('officers headcount E23000014 2022-03-31')).toBe(7800)
    expect(parsed.figures).toHaveLength(8)
  })

  test('leaves out special constables where only FTE is named, for they are counted in heads', () => {
    const parsed = summary([
      ['Table H3: Police workforce, by police force area, as at 31 March 2022, FTE'],
      ['Geocode', 'Region', 'Police force', 'Police officers', 'Special constables'],
      [...(AREAS[0] ?? []), 7500.5, 300],
    ])
    expect(parsed.figures.map(({ metric }) => metric)).toEqual(['officers'])
    expect(sentencesOf(parsed)).toContain(
      'The column of specials was left out: they are not counted in full-time equivalents, and the table says nothing else of them.',
    )
  })

  const saved = (dates: string[], value: (index: number) => number) =>
    parseText(
      [
        '"Table 1: Police officers by police force area, 30 September 2017, 31 March 2018 and 30 September 2018"',
        ',,,Full-time equivalents',
        `,${dates.join(',')}`,
        ...forces.map(({ name }, index) => `"${name}",${`"${value(index)}",`.repeat(3)}`),
      ].join('\n'),
      'home-office-summary-tables',
      { names },
    )

  test('saved as CSV with rounded numbers is read only with a tick', () => {
    const rounded = saved(['Sep-17', 'Mar-18', 'Sep-18'], (index) => 1000 + index)
    expect(rounded.findings).toMatchObject([
      { level: 'tick', code: 'rounded', found: 'whole numbers only' },
    ])
    expect(rounded.value(`officers fte ${forces[3]?.code} 2018-03-31`)).toBe(1003)
    expect(saved(['Sep-17', 'Mar-18', 'Sep-18'], (index) => 1000.4 + index).findings).toEqual([])
  })

  test.each([['csv'], ['xlsx']])(
    'stops at a row of a force that nobody knows, in %s too',
    (format) => {
      const rows = [
        ['Table 1: Police officers by police force area, 31 March 2022'],
        ['FTE'],
        ['', 'Mar-21', 'Mar-22'],
        ['Kent', 3900.5, 3950.5],
        ['Kentshire', 3901.5, 3951.5],
        ['1. Kentshire is in no register.'],
      ]
      const parsed =
        format === 'xlsx'
          ? summary(rows)
          : parseText(
              rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'),
              'home-office-summary-tables',
              { names },
            )
      expect(parsed.findings.filter(({ level }) => level === 'stop')).toMatchObject([
        {
          code: 'unknown-area',
          found: 'Kentshire',
          suggestion: expect.stringMatching(/^Did you mean .*\bKent\b/),
        },
      ])
      expect(parsed.figures).toHaveLength(2)
    },
  )

  test('goes by the code before a name: a region, a new name, or two forces in one row', () => {
    const parsed = summary([
      ['Table 1: Police officers by police force area, 31 March 2022'],
      ['FTE'],
      [null, null, 'Mar-22'],
      ['E12000005', 'West Midlands', 999.5],
      ['E23000014', 'West Midlands', 7500.5],
      ['E23000030', 'Solent Police', 3000.5],
      ['E23000032', 'Sussex', 3000.5],
    ])
    expect(parsed.figures.map(({ area, value }) => [area, value])).toEqual([
      ['E23000014', 7500.5],
      ['E23000030', 3000.5],
    ])
    expect(parsed.codes).toContain('stop codes-disagree')
  })

  test('saved in America has the days that its title names', () => {
    const parsed = saved(['09/30/2017', '03/31/2018', '09/30/2018'], (index) => 1000.4 + index)
    expect(parsed.value(`officers fte ${forces[0]?.code} 2017-09-30`)).toBe(1000.4)
    expect(parsed.value(`officers fte ${forces[0]?.code} 2018-03-31`)).toBe(1000.4)
    expect(saved(['10/30/2017', '03/31/2019', '1'], () => 1.5).codes).toContain('stop no-date')
  })

  test('has rows of all of England and Wales that are no force, and are only checked', () => {
    const parsed = summary([
      ['Table 1: Police officers by region and police force area, 31 March 2022'],
      ['FTE'],
      [null, null, null, 'Mar-21', 'Mar-22'],
      [...(AREAS[0] ?? []), 7500.5, 7600.5],
      [null, null, 'England and Wales (43 forces)', 7500.5, 9999],
      [null, null, 'National Crime Agency', 5, 6],
    ])
    expect(parsed.figures.map(({ area, date }) => [area, date])).toEqual([
      ['E23000014', '2021-03-31'],
      ['E23000014', '2022-03-31'],
    ])
    expect(parsed.findings).toContainEqual(
      expect.objectContaining({ code: 'parts-do-not-sum', found: '7600.5', expected: '9999' }),
    )
  })

  test('has its day of publication from the cover', () => {
    const table = [
      ['Table 1: Police officers by police force area, 31 March 2022'],
      ['FTE'],
      [null, 'Mar-22'],
      ['Kent', 3900.5],
    ]
    const parsed = parseBytes(
      workbook({ Cover: [['Police workforce'], ['Published: 27 July 2022']], Table_1: table }),
      'home-office-summary-tables',
      { names },
    )
    expect(parsed.published).toBe('2022-07-27')
    expect(parsed.value('officers fte E23000032 2022-03-31')).toBe(3900.5)
  })
})
