import { describe, expect, test } from 'vitest'
import { openNames, parseBytes, parseText, workbook } from './parsed.ts'

const names = openNames()

describe('Police Force Strength', () => {
  const HEADING = 'Date,Police Officer Strength,Police Staff Strength,PCSO Strength'
  const strength = (text: string) => parseText(text, 'police-force-strength', { names })

  test.each(['May-13', '2013-05', 'May 2013', '201305', '01/05/2013'])(
    'reads the month %s',
    (month) => {
      const parsed = strength(`${HEADING}\r\n${month},"30,636",12702,2497\r\n`)
      expect(parsed.findings).toEqual([])
      expect(parsed.figures).toMatchObject([
        {
          metric: 'officers',
          basis: 'fte',
          area: 'E23000001',
          date: '2013-05',
          value: 30636,
          where: 'B2',
        },
        { metric: 'staff', value: 12702 },
        { metric: 'pcso', value: 2497 },
      ])
      expect(parsed.edition).toBe('May 2013')
    },
  )

  test('takes its columns in any order and case', () => {
    const parsed = strength(
      'pcso strength,DATE,Police Staff Strength,Police Officer Strength\n1,Aug-26,2,3\n',
    )
    expect(parsed.value('pcso fte E23000001 2026-08')).toBe(1)
    expect(parsed.value('officers fte E23000001 2026-08')).toBe(3)
    expect(parsed.findings).toEqual([])
  })

  test('finds every fault of every row', () => {
    const parsed = strength(`${HEADING}\nMay-13,-1,12%,\nJune,1,2,3\n13-May,1,2,3\n`)
    expect(parsed.findings.map(({ code, cell }) => [code, cell])).toEqual([
      ['negative', 'B2'],
      ['percent', 'C2'],
      ['empty-value', 'D2'],
      ['bad-date', 'A3'],
      ['date-changed', 'A4'],
    ])
  })

  test('with a replaced column names the column and why it is stopped', () => {
    const parsed = strength(
      'Date,Police Officer Strength,Police Staff Strength,Total Offences\nMay-13,1,2,"82,909"\n',
    )
    expect(parsed.findings).toMatchObject([
      { level: 'stop', code: 'heading-unknown', cell: 'D1', found: 'Total Offences' },
      {
        level: 'stop',
        code: 'heading-missing',
        sentence: expect.stringContaining('PCSO Strength'),
      },
    ])
  })
})

describe('recorded crime by borough', () => {
  const crime = (text: string) => parseText(text, 'mps-borough-crime', { names })
  const rows = [
    'Arson,Arson,Haringey,1,2',
    'Theft,Bicycle,Haringey,10,"1,020"',
    'Theft,Bicycle,Kingston upon Thames,5,0',
    'Theft,Bicycle,London Heathrow and London City Airports,3,4',
    'Theft,Other,Aviation Policing,1,1',
    'Theft,Bicycle,Unknown,7,8',
  ].join('\n')

  test.each([
    'MajorText,MinorText,LookUp_BoroughName,202508,202509',
    'MajorText,MinorText,BoroughName,202508,202509',
    'Group,SubGroup,BOCU,202508,202509',
  ])('is added up under %s', (heading) => {
    const parsed = crime(`${heading}\n${rows}`)
    expect(parsed.value('recorded_crime not_stated E09000014 2025-09')).toBe(1022)
    expect(parsed.value('recorded_crime not_stated E09000021 2025-09')).toBe(0)
    expect(parsed.value('recorded_crime_airports not_stated E23000001 2025-08')).toBe(4)
    expect(parsed.value('recorded_crime_no_borough not_stated E23000001 2025-09')).toBe(8)
    expect(parsed.edition).toBe('August 2025 to September 2025')
    expect(parsed.figures.find(({ metric }) => metric === 'recorded_crime_airports')?.where).toBe(
      'all categories, column 202508, row label London Heathrow and London City Airports and Aviation Policing; added up from 2 rows: 5 and 6',
    )
  })

  test('asks for a tick for boroughs without rows: they are not zero', () => {
    const parsed = crime(`MajorText,MinorText,BoroughName,202508,202509\n${rows}`)
    expect(parsed.codes).toEqual(['tick area-missing'])
    expect(parsed.findings[0]?.sentence).toMatch(/Barnet.*missing, not zero/)
    expect(parsed.findings[0]?.sentence).not.toMatch(/City of London/)
  })

  test('finds faults', () => {
    const parsed = crime(
      `MajorText,MinorText,BoroughName,202508,202509\n${rows}\nArson,ARSON,Haringey,1,2\nArson,Arson,Harringey,1,1\nArson,Arson,Enfield,1.5,\n`,
    )
    expect(parsed.findings).toMatchObject([
      { code: 'repeated-row', cell: 'A8', sentence: expect.stringContaining('Rows 2 and 8') },
      { code: 'not-whole', cell: 'D10' },
      { code: 'empty-value', cell: 'E10' },
      { code: 'unknown-area', cell: 'C9', suggestion: expect.stringContaining('Haringey') },
      { code: 'area-missing' },
    ])
  })

  test('of 200,000 cells is added up by borough and month', () => {
    const months = Array.from(
      { length: 120 },
      (_, at) => `${2010 + Math.floor(at / 12)}${String((at % 12) + 1).padStart(2, '0')}`,
    )
    const boroughs = names.areasOf('borough', 'in the force')
    const lines = [`MajorText,MinorText,BoroughName,${months.join(',')}`]
    for (let row = 0; row < 1_700; row += 1)
      lines.push(
        `Major,Minor ${Math.floor(row / 32)},${boroughs[row % 32]?.name},${months.map(() => '3').join(',')}`,
      )
    const parsed = crime(lines.join('\n'))
    expect(parsed.figures).toHaveLength(32 * 120)
    expect(parsed.value('recorded_crime not_stated E09000002 2010-01')).toBe(54 * 3)
  })
})

describe('the ward officer workbook', () => {
  const MINUTES = [
    'Month of Abstraction',
    'BCU',
    'Borough',
    'Team',
    'Abstracted From Duty',
    'Abstracted Type',
    'Abstraction Minutes',
    'Ward_Code',
  ]
  const STRENGTHS = ['Month', 'BCU', 'Borough', 'Team', 'Role', 'FTE']
  const book = workbook({
    Strengths: [
      STRENGTHS,
      ['May-25', 'North Area', 'Haringey Borough', 'Bruce Castle', 'DWO', 2],
      ['May-25', 'North Area', 'Haringey Borough', 'Bruce Castle', 'DWO', 0.75],
      ['May-25', 'North Area', 'Haringey Borough', 'Bruce Castle', 'PCSO', 1],
      ['May-25', 'North Area', 'Haringey Borough', 'Bruce Castle', 'Sergeant', 1],
      ['May-25', 'North Area', 'Enfield Borough', 'Bowes', 'DWO', 1],
      ['Jun-25', 'North Area', 'Enfield Borough', 'Bowes', 'DWO', 1],
    ],
    Sheet1: [
      MINUTES,
      ['May-25', 'NA', 'Haringey Borough', 'Bruce Castle', 'Yes', 'Aid', 60, 'E05000266'],
      ['May-25', 'NA', 'Haringey Borough', 'Bruce Castle', 'Yes', 'Aid', 60, 'E05000266'],
      ['May-25', 'NA', 'Haringey Borough', 'Bruce Castle', 'Yes', 'Local Aid', 30, null],
      ['May-25', 'NA', 'Haringey Borough', 'Bruce Castle', 'Yes', 'Football', 10, null],
      ['May-25', 'NA', 'Haringey Borough', 'Bruce Castle', 'No', 'None', 400, null],
      ['May-25', 'CN', 'Camden Borough', 'Kentish Town', 'No', 'None', 100, null],
      ['May-25', 'CN', 'Unknown', 'Kentish Town', 'No', 'None', 100, null],
    ],
  })
  const parsed = parseBytes(book, 'mps-ward-officers', { names })

  test('is added up by borough and month', () => {
    expect(parsed.value('dedicated_ward_officers fte E09000014 2025-05')).toBe(2.75)
    expect(parsed.value('neighbourhood_pcso fte E09000014 2025-05')).toBe(1)
    expect(parsed.value('recorded_minutes not_stated E09000014 2025-05')).toBe(560)
    expect(parsed.value('abstracted_minutes not_stated E09000014 2025-05')).toBe(160)
    expect(parsed.value('abstracted_minutes_aid not_stated E09000014 2025-05')).toBe(120)
    expect(parsed.value('not_abstracted_minutes not_stated E09000014 2025-05')).toBe(400)
    expect(parsed.value('abstracted_minutes_aid not_stated E09000007 2025-05')).toBe(0)
    expect(parsed.edition).toBe('May 2025 to June 2025')
  })

  test('gives no zero for a type of abstraction that it never mentions', () => {
    expect(parsed.value('abstracted_minutes_cad not_stated E09000014 2025-05')).toBeUndefined()
  })

  test('asks for a tick where a borough is absent: it is not zero', () => {
    expect(parsed.value('dedicated_ward_officers fte E09000014 2025-06')).toBeUndefined()
    const sentences = parsed.findings.map(({ sentence }) => sentence)
    expect(sentences).toContain(
      'Camden has no strength rows in May 2025 to June 2025 (2 of 2 months), though other boroughs have: that is missing, not zero.',
    )
    expect(sentences).toContain(
      'Haringey has no strength rows in June 2025 (1 of 2 months), though other boroughs have: that is missing, not zero.',
    )
  })

  test('says what was left out of the sums', () => {
    const left = parsed.findings.filter(({ code }) => code === 'left-out')
    expect(left.map(({ level, found }) => [level, found])).toEqual([
      ['tick', 'Sergeant'],
      ['tick', 'Unknown'],
      ['note', null],
    ])
  })

  test('stops at a role that nobody explained, and takes an analyst’s explanation', () => {
    const other = workbook({
      Strengths: [
        STRENGTHS,
        ['May-25', 'NA', 'Haringey Borough', 'Bruce Castle', 'Neighbourhood Beat Colleague', 2],
      ],
    })
    expect(parseBytes(other, 'mps-ward-officers', { names }).codes).toEqual([
      'stop unknown-category',
    ])
    const chosen = openNames([
      { kind: 'metric', alias: 'Neighbourhood beat colleague', target: 'dedicated_ward_officers' },
    ])
    const explained = parseBytes(other, 'mps-ward-officers', { names: chosen })
    expect(explained.value('dedicated_ward_officers fte E09000014 2025-05')).toBe(2)
  })

  test('may be one sheet, saved as CSV with semicolons', () => {
    const csv = parseText(
      `${MINUTES.join(';')}\n2025-05-01;NA;Barking & Dagenham Borough;Alibon;Yes;Court;45;\n`,
      'mps-ward-officers',
      { names },
    )
    expect(csv.value('abstracted_minutes_court not_stated E09000002 2025-05')).toBe(45)
  })

  test('of 200,000 rows adds up by borough and month, no row lost', () => {
    const boroughs = names.areasOf('borough', 'in the force')
    const types = ['Aid', 'CAD', 'Court', 'Custody', 'Local Aid', 'Staffing Up', 'Training']
    const month = (row: number) => `${2019 + (row % 7)}-${String((row % 12) + 1).padStart(2, '0')}`
    const borough = (row: number) => `${boroughs[row % 32]?.name} Borough`
    const big = workbook({
      Strengths: [
        STRENGTHS,
        ...Array.from({ length: 70_000 }, (_, row) => [
          month(row),
          'NA',
          borough(row),
          `Team ${row % 600}`,
          row % 3 === 0 ? 'PCSO' : 'DWO',
          1,
        ]),
      ],
      Sheet1: [
        MINUTES,
        ...Array.from({ length: 130_000 }, (_, row) => [
          month(row),
          'NA',
          borough(row),
          `Team ${row % 600}`,
          row % 4 === 0 ? 'Yes' : 'No',
          types[row % 7] ?? '',
          10,
          'E05000266',
        ]),
      ],
    })
    const result = parseBytes(big, 'mps-ward-officers', { names })
    const total = (metric: string) =>
      result.figures.reduce(
        (sum, figure) => sum + (figure.metric === metric ? (figure.value ?? 0) : 0),
        0,
      )
    expect(total('recorded_minutes')).toBe(1_300_000)
    expect(total('abstracted_minutes')).toBe(325_000)
    expect(total('dedicated_ward_officers') + total('neighbourhood_pcso')).toBe(70_000)
  }, 120_000)
})

describe('the workforce report by BCU', () => {
  const report = (text: string) => parseText(text, 'mps-workforce-report', { names })

  test('takes BCUs by name and code, NA too', () => {
    const parsed = report(
      'BCU,As at,Officers (FTE)\nNA,31/03/2025,"1,294"\nCentral South,31/03/2025,1476.5\nTotal,31/03/2025,2770.5\n',
    )
    expect(parsed.value('officers fte NA 2025-03-31')).toBe(1294)
    expect(parsed.value('officers fte AS 2025-03-31')).toBe(1476.5)
    expect(parsed.codes).toEqual(['tick area-missing'])
  })

  test('takes the month from its title', () => {
    const parsed = report(
      '"Table 2.1: Officers by BCU, March 2025 (FTE)",\nBCU,Officers\nNorth Area,1294\n',
    )
    expect(parsed.value('officers fte NA 2025-03')).toBe(1294)
  })

  test('finds faults', () => {
    expect(report('BCU,As at,Officers\nNorth Area,Mar-25,5\n').codes).toContain(
      'stop unknown-basis',
    )
    expect(report('BCU,Officers (FTE)\nNorth Area,5\n').codes).toEqual(['stop no-date'])
    expect(
      report('BCU,As at,FTE\nNorthern,Mar-25,5\nNorth Area,soon,5\nNorth Area,Mar-25,80%\n').codes,
    ).toEqual(expect.arrayContaining(['stop unknown-area', 'stop bad-date', 'stop percent']))
  })
})
