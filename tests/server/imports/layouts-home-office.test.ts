import { describe, expect, test } from 'vitest'
import { openNames, parseBytes, parseText, workbook } from './parsed.ts'

const names = openNames()
const openData = (rows: string, heading = HEADING_2026) =>
  parseText(`${heading}\n${rows}`, 'home-office-open-data', { names })
const HEADING_2023 =
  'As at 31 March...,Geo code,Force Name,Region,Sex,Rank description,Worker type,Total (headcount),Total (FTE)'
const HEADING_2026 =
  'As at 31 March,Geocode,Force name,Region,Sex,Rank,Worker type,Total (Headcount),Total (FTE)'

describe('the open data table', () => {
  const rows = [
    '2025,E23000001,Metropolitan Police,London,Female,Constable,Police Officer,"1,200",1150.25',
    '2025,E23000001,Metropolitan Police,London,Male,Constable,Police officer,2000,1900.5',
    '2025,N/A,British Transport Police,N/A,Male,Constable,Police Officer,5,-',
    '2025,E23000001,Metropolitan Police,London,Male,Special Constable,Special constable,30,N/A',
  ].join('\n')

  test.each([HEADING_2023, HEADING_2026])('is summed over sex and rank under %s', (heading) => {
    const parsed = openData(rows, heading)
    expect(parsed.value('officers fte E23000001 2025-03-31')).toBe(3050.75)
    expect(parsed.value('officers headcount E23000001 2025-03-31')).toBe(3200)
    expect(parsed.value('officers fte BTP 2025-03-31')).toBe(0)
    expect(parsed.edition).toBe('31 March 2025')
    expect(parsed.figures[0]?.where).toBe('file: added up from 2 rows: 2 and 3')
  })

  test('gives workers who are counted in heads no FTE, not even 0', () => {
    const parsed = openData(rows)
    expect(parsed.value('specials headcount E23000001 2025-03-31')).toBe(30)
    expect(
      parsed.figures.filter(({ metric, basis }) => metric === 'specials' && basis === 'fte'),
    ).toEqual([])
    expect(parsed.codes).toContain('note only-headcount')
  })

  test('has no sum where a part of it is missing', () => {
    const parsed = openData(
      `${rows}\n2025,E23000001,Metropolitan Police,London,Male,Sergeant,Police Officer,7,N/A`,
    )
    expect(parsed.value('officers fte E23000001 2025-03-31')).toBeNull()
    expect(parsed.codes).toContain('tick incomplete-sum')
  })

  test('asks for a tick where a force lacks what the others have', () => {
    const parsed = openData(rows)
    expect(parsed.findings.map(({ sentence }) => sentence)).toContain(
      'British Transport Police has no rows of specials in 2025, though other forces have: that is missing, not zero.',
    )
  })

  test.each([
    [
      '2025,E23000001,Kent,South East,Male,Constable,Police Officer,1,1',
      'stop codes-disagree',
      'B6',
    ],
    ['2025,X,Kentshire,South East,Male,Constable,Police Officer,1,1', 'stop unknown-area', 'C6'],
    ['soon,E23000032,Kent,South East,Male,Constable,Police Officer,1,1', 'stop bad-date', 'A6'],
    ['2025,E23000032,Kent,South East,Male,Constable,Police Officer,-1,1', 'stop negative', 'H6'],
    ['2025,E23000032,Kent,South East,Male,Constable,Police Officer,1,50%', 'stop percent', 'I6'],
    ['2025,E23000032,Kent,South East,Male,Constable,Police Officer,,1', 'stop empty-value', 'H6'],
    ['2025,E23000032,Kent,South East,Male,Constable,Robot,1,1', 'tick unknown-category', 'G6'],
    [
      '2025,E23000001,Metropolitan Police,London,male,constable,Police officer,1,1',
      'stop repeated-row',
      'C6',
    ],
  ])('finds the fault of the row %s', (row, code, cell) => {
    const { findings } = openData(`${rows}\n${row}`)
    expect(findings.map(({ level, code, cell }) => [`${level} ${code}`, cell])).toContainEqual([
      code,
      cell,
    ])
  })

  test('by function is refused, for its sums are not a strength', () => {
    const { codes, figures } = openData(
      '2025,E23000001,Metropolitan Police,London,Male,Constable,Police Officer,1,1,Local Policing',
      `${HEADING_2026},Wider function name`,
    )
    expect(codes).toEqual(['stop unknown-layout'])
    expect(figures).toEqual([])
  })
})

const TITLE = 'Table 2: Police officers1 by police force area, England and Wales, 30 September 2018'
const summary = (
  rows: (string | number | null)[][],
  { title = TITLE, unit = 'Full-time equivalents' } = {},
) =>
  parseBytes(
    workbook({
      Table_2: [
        [title],
        ['England and Wales', null, null, unit],
        [null, 'As at:', null, 'Change in 12 months'],
        [null, 'Sep-17', 'Sep-18', '%'],
        ...rows,
      ],
    }),
    'home-office-summary-tables',
    { names },
  )

describe('a summary table', () => {
  const midlands = [
    ['West Midlands ', 300, 330.55, 10],
    ['Staffordshire4', 100, '110.3', 10],
    ['West Midlands', 200, 220.25, 10],
    ['Total 43 forces', 300, 330.55, 10],
    ['Central Service Secondments', 5, 5, 0],
    ['British Transport Police', '..', '*', '..'],
    ['Total', 305, 335.55, 10],
  ]

  test('gives forces only, by the title, the unit and the dates', () => {
    const parsed = summary(midlands)
    expect(parsed.figures.filter(({ value }) => value !== null)).toMatchObject([
      {
        metric: 'officers',
        basis: 'fte',
        area: 'E23000015',
        date: '2017-09-30',
        value: 100,
        where: 'Table_2!B6',
      },
      { area: 'E23000014', date: '2017-09-30', value: 200 },
      { area: 'E23000015', date: '2018-09-30', value: 110.3 },
      { area: 'E23000014', date: '2018-09-30', value: 220.25 },
    ])
    expect(parsed.edition).toBe('30 September 2018')
  })

  test('keeps its marks as reasons', () => {
    const { figures } = summary(midlands)
    expect(figures.filter(({ area }) => area === 'BTP')).toMatchObject([
      { value: null, missing: 'x', raw: '..' },
      { value: null, missing: 'z', raw: '*' },
    ])
  })

  test('knows the region from the force of its name by the sum, wherever it stands', () => {
    const [region, staffordshire, force] = midlands as [string[], string[], string[]]
    const turned = summary([
      ['West Midlands', 250, 250, 0],
      ['West Midlands ', 100, 110.3, 10],
      staffordshire,
    ])
    expect(turned.value('officers fte E23000014 2018-09-30')).toBe(250)
    const usual = summary([region, force, staffordshire])
    expect(usual.value('officers fte E23000014 2018-09-30')).toBe(220.25)
  })

  test('asks for a tick where its parts are not its total', () => {
    const parsed = summary([...midlands.slice(0, 3), ['Total 43 forces', 300, 340.55, 10]])
    expect(parsed.findings).toContainEqual(
      expect.objectContaining({
        level: 'tick',
        code: 'parts-do-not-sum',
        cell: 'Table_2!C8',
        found: '330.55',
        expected: '340.55',
      }),
    )
  })

  test('without a unit is stopped', () => {
    expect(summary(midlands, { unit: 'see notes' }).codes).toContain('stop unknown-basis')
  })

  test('of parts, such as ethnicity, is left out', () => {
    const parsed = summary(midlands, {
      title: 'Table 4: Police officers by police force area and ethnicity',
    })
    expect(parsed.figures).toEqual([])
  })

  test('headed by kinds of workers has its date from the title', () => {
    const parsed = parseBytes(
      workbook({
        Table_H3: [
          [
            'Table H3: Police workforce, by police force area, England and Wales, as at 31 March 2022',
          ],
          ['Full-time equivalents'],
          [
            'Geocode',
            'Region',
            'Force',
            'Police officers1',
            'Police staff and designated officers4',
            'PCSOs',
          ],
          ['E23000014', 'West Midlands', 'West Midlands', 7000.5, 4000, 400],
          ['E23000001', 'London', 'Metropolitan Police', 33000, 9000, 1200],
        ],
      }),
      'home-office-summary-tables',
      { names },
    )
    expect(parsed.value('officers fte E23000014 2022-03-31')).toBe(7000.5)
    expect(parsed.value('pcso fte E23000001 2022-03-31')).toBe(1200)
    expect(parsed.figures).toHaveLength(4)
  })
})
