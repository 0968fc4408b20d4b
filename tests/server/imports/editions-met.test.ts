import { describe, expect, test } from 'vitest'
import { openNames, parseBytes, parseText, workbook } from './parsed.ts'

const names = openNames()

describe('another edition of Police Force Strength', () => {
  const HEADING = 'Date,Police Officer Strength,Police Staff Strength,PCSO Strength'
  const strength = (text: string) => parseText(text, 'police-force-strength', { names })

  test.each([
    ['May-13'],
    ['2013-05-01'],
    ['2013-05-31'],
    ['01/05/2013'],
    ['May 2013'],
    ['2013-05-01 00:00:00'],
  ])('has the month of %s', (month) => {
    const parsed = strength(`${HEADING}\n${month},30636,12702,2497`)
    expect(parsed.value('officers fte E23000001 2013-05')).toBe(30_636)
    expect(parsed.findings).toEqual([])
  })

  test.each([['13-May'], ['13 May'], ['13/05/2026'], ['2026-05-13'], ['5/13/2026'], ['5/3/2013']])(
    'is stopped at %s, a month that became a day',
    (month) => {
      const parsed = strength(`${HEADING}\n${month},30636,12702,2497`)
      expect(parsed.figures).toEqual([])
      expect(parsed.findings[0]?.level).toBe('stop')
    },
  )

  test('with a byte order mark that was read as letters keeps its first column', () => {
    expect(strength(`ï»¿${HEADING}\nMay-13,30636,12702,2497`).figures).toHaveLength(3)
  })

  test('with a column more is read with a tick, with one replaced it is stopped', () => {
    expect(strength(`${HEADING},Specials\nMay-13,30636,12702,2497,5`).codes).toEqual([
      'tick heading-unknown',
    ])
    expect(
      strength(`${HEADING.replace('PCSO Strength', 'Total Offences')}\nMay-13,30636,12702,"82,909"`)
        .codes,
    ).toEqual(['stop heading-unknown', 'stop heading-missing'])
  })

  test('with rows of parts of the force is stopped', () => {
    const parsed = strength(`Borough,${HEADING}\nHaringey,May-13,523,20,40`)
    expect(parsed.codes).toEqual(['stop heading-unknown'])
  })

  test('in a workbook with an older copy on another sheet needs a tick', () => {
    const rows = (officers: number) => [HEADING.split(','), ['May-13', officers, 12_702, 2497]]
    const parsed = parseBytes(
      workbook({ Data: rows(30_636), Old: rows(1) }),
      'police-force-strength',
      { names },
    )
    expect(parsed.value('officers fte E23000001 2013-05')).toBe(30_636)
    expect(parsed.codes).toEqual(['tick left-out'])
  })
})

describe('another edition of crime by borough', () => {
  const crime = (rows: (string | number)[][]) =>
    parseBytes(workbook({ Sheet1: rows }), 'mps-borough-crime', { names })

  test('headed Group, SubGroup and BOCU, with Aviation Policing, is added up alike', () => {
    const parsed = crime([
      ['Group', 'SubGroup', 'BOCU', 202_607, 'Aug-26'],
      ['Theft', 'Other Theft', 'Kingston', 10, 4],
      ['Burglary', 'Residential', 'Kingston upon Thames', 5, 1],
      ['Theft', 'Other Theft', 'Aviation Policing', 3, 2],
      ['Total', '', 'Total', 18, 7],
    ])
    expect(parsed.value('recorded_crime not_stated E09000021 2026-07')).toBe(15)
    expect(parsed.value('recorded_crime not_stated E09000021 2026-08')).toBe(5)
    expect(parsed.value('recorded_crime_airports not_stated E23000001 2026-07')).toBe(3)
    expect(parsed.codes).toEqual(['note left-out', 'tick area-missing'])
  })

  test('by ward or LSOA is refused, for it need not add up to the boroughs', () => {
    const ward = crime([
      ['MajorText', 'MinorText', 'WardName', 'WardCode', 'LookUp_BoroughName', 202_408],
      ['THEFT', 'OTHER', 'Bruce Castle', 'E05013587', 'Haringey', 3],
    ])
    const lsoa = crime([
      ['LSOA Code', 'LSOA Name', 'Borough', 'MajorText', 'MinorText', 202_408],
      ['E01002000', 'Haringey 001A', 'E09000014', 'THEFT', 'OTHER', 3],
    ])
    for (const { codes, figures, findings } of [ward, lsoa]) {
      expect(codes).toEqual(['stop unknown-layout'])
      expect(figures).toEqual([])
      expect(findings[0]?.suggestion).toBe('Choose the file by borough of the same dataset.')
    }
  })

  test('without a month between two others needs a tick: it is not zero', () => {
    const parsed = crime([
      ['MajorText', 'MinorText', 'BoroughName', 202_404, 202_406],
      ['THEFT', 'OTHER', 'Haringey', 3, 4],
    ])
    expect(parsed.findings.map(({ sentence }) => sentence)).toContain(
      'The file has no column for May 2024: that is missing, not zero.',
    )
  })
})

describe('another edition of the ward officer workbook', () => {
  const HEADING = 'Date;Buisness Group;OCU;Department;Team;Rank;FTE'
  const ward = (rows: string[]) =>
    parseText([HEADING, ...rows].join('\n'), 'mps-ward-officers', {
      names,
      name: 'Strengths-Table 1.csv',
    })

  test('has the boroughs under Department and the roles under Rank', () => {
    const parsed = ward([
      '30/06/2026;Frontline Policing;North Area BCU;Haringey Borough;Bruce Castle;Constable;1.0',
      '30/06/2026;Frontline Policing;North Area BCU;Haringey;Bruce Castle;Constable;0.75',
      '30/06/2026;Frontline Policing;North Area BCU;Haringey Borough;Bruce Castle;PCSO;1.0',
    ])
    expect(parsed.value('dedicated_ward_officers fte E09000014 2026-06-30')).toBe(1.75)
    expect(parsed.value('neighbourhood_pcso fte E09000014 2026-06-30')).toBe(1)
  })

  test('goes by Borough where there is a Department too', () => {
    const parsed = parseText(
      'Date,Department,Borough,Team,Rank,FTE\n30/06/2026,Neighbourhoods,Haringey,T,PCSO,1.5',
      'mps-ward-officers',
      { names },
    )
    expect(parsed.value('neighbourhood_pcso fte E09000014 2026-06-30')).toBe(1.5)
  })

  test('with decimal commas is read so, with a tick', () => {
    const parsed = ward([
      '30/06/2026;x;NA;Haringey Borough;Bruce Castle;Constable;1,0',
      '30/06/2026;x;NA;Haringey Borough;Bruce Castle;Constable;0,75',
    ])
    expect(parsed.value('dedicated_ward_officers fte E09000014 2026-06-30')).toBe(1.75)
    expect(parsed.codes).toEqual(['tick decimal-comma'])
  })

  test('takes 5/1/2026 for no month, as it may be May or January', () => {
    expect(ward(['5/1/2026;x;NA;Haringey Borough;T;PCSO;1']).codes).toEqual(['stop bad-date'])
    expect(ward(['01/05/2026;x;NA;Haringey Borough;T;PCSO;1']).figures).toMatchObject([
      { date: '2026-05' },
    ])
  })
})

describe('another edition of officers by BCU', () => {
  const report = (rows: (string | number | null)[][]) =>
    parseBytes(workbook({ '2.1': rows }), 'mps-workforce-report', { names })
  const TITLE = ['Table 2.1: Police officers by BCU, March 2025 (FTE)']

  test('may have code and name in two columns or in one', () => {
    const two = report([
      TITLE,
      ['BCU Code', 'BCU Name', 'Police Officers FTE'],
      ['NA', 'North Area', 1294],
      [null, 'Total', 1294],
    ])
    const one = report([
      TITLE,
      ['BCU', 'FTE'],
      ['NA - North Area', 1294],
      ['North East (NE)', 1331],
    ])
    expect(two.value('officers fte NA 2025-03')).toBe(1294)
    expect(one.value('officers fte NA 2025-03')).toBe(1294)
    expect(one.value('officers fte NE 2025-03')).toBe(1331)
    expect(two.codes).toEqual(['tick area-missing'])
  })

  test('is stopped where code and name are two BCUs', () => {
    const parsed = report([TITLE, ['BCU Code', 'BCU Name', 'FTE'], ['NA', 'North East', 1294]])
    expect(parsed.codes).toContain('stop codes-disagree')
    expect(parsed.figures).toEqual([])
  })

  test('may have a column for each month', () => {
    const parsed = report([
      ['Table 2.1: Police officers by BCU (FTE)'],
      ['BCU', 'Feb-25', 'Mar-25'],
      ['North Area', 1290.5, 1294],
      ['Total', 1290.5, 1300],
    ])
    expect(parsed.value('officers fte NA 2025-02')).toBe(1290.5)
    expect(parsed.value('officers fte NA 2025-03')).toBe(1294)
    expect(parsed.findings).toContainEqual(
      expect.objectContaining({ code: 'parts-do-not-sum', level: 'tick', found: '1294' }),
    )
  })

  test('with a total that rounding explains needs no tick', () => {
    const parsed = report([TITLE, ['BCU', 'FTE'], ['NA', 1294], ['NE', 1331], ['Total', 2626]])
    expect(parsed.codes).toContain('note parts-do-not-sum')
  })
})
