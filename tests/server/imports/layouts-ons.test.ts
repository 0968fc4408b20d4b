import { expect, test } from 'vitest'
import { openNames, parseBytes, parseText, workbook } from './parsed.ts'

const names = openNames()
const HEADING = ['Code', 'Name', 'Geography', 'Mid-2023', 'Mid-2022']
const BOROUGHS = names
  .areasOf('borough')
  .map(({ code, name }, index) => [code, name, 'London Borough', 1000 + index, 'No data'])
const TOTAL = BOROUGHS.reduce((sum, [, , , value]) => sum + Number(value), 0)

test('the sheet of totals is found among sheets of the same headings', () => {
  const parsed = parseBytes(
    workbook({
      'Correction notice': [['We have corrected an error.']],
      'MYE2 - Females': [
        ['MYE2: Females by single year of age'],
        ['Code', 'Name', 'Geography', 'All ages'],
        ['E09000014', 'Haringey', 'London Borough', 5],
      ],
      MYE6: [
        ['MYE6: Median age of population'],
        HEADING,
        ['E09000014', 'Haringey', 'London Borough', 35.2, 35.1],
      ],
      MYE4: [
        ['MYE4: Population estimates: Summary, mid-2022 to mid-2023'],
        ['Write to us'],
        HEADING,
        ['E12000005', 'WEST MIDLANDS', 'Region', 6000000, 5900000],
        ['E12000007', 'LONDON', 'Region', TOTAL + 1, 'No data'],
        ...BOROUGHS,
      ],
    }),
    'ons-population',
    { names },
  )
  expect(parsed.figures).toHaveLength(66)
  expect(parsed.value('population headcount E09000002 2023')).toBe(1001)
  expect(parsed.figures.find(({ date }) => date === '2022')).toMatchObject({
    value: null,
    missing: 'x',
    raw: 'No data',
  })
  expect(parsed.edition).toBe('mid-2022 to mid-2023')
  expect(parsed.findings).toMatchObject([
    { level: 'note', code: 'left-out', sentence: expect.stringMatching(/^2 areas/) },
    { level: 'tick', code: 'parts-do-not-sum', cell: 'MYE4!D5' },
  ])
})

test('a code beside the name of another area is stopped', () => {
  const { findings } = parseText(
    'Code,Name,Geography,Mid-2023\nE09000014,Enfield,London Borough,5\n',
    'ons-population',
    { names },
  )
  expect(findings).toMatchObject([{ level: 'stop', code: 'codes-disagree', cell: 'B2' }])
})

test('a mean in place of people is stopped', () => {
  const { findings } = parseText(
    'Code,Name,Geography,Mid-2023\nE09000014,Haringey,London Borough,35.2\n',
    'ons-population',
    { names },
  )
  expect(findings).toMatchObject([{ level: 'stop', code: 'not-whole', cell: 'D2' }])
})

test('a table that does not say its year has it from its name if a person agrees, else not at all', () => {
  const text = 'Code,Name,Geography,All ages,0\nE09000014,Haringey,London Borough,263850,3069\n'
  const named = parseText(text, 'ons-population', { names, name: 'mye24tablesew.csv' })
  expect(named.codes).toEqual(['tick date-from-name'])
  expect(named.value('population headcount E09000014 2024')).toBe(263850)
  const nameless = parseText(text, 'ons-population', { names, name: 'download.csv' })
  expect(nameless.codes).toEqual(['stop no-date'])
  expect(nameless.figures).toEqual([])
})

test('a sheet of males alone is refused, never taken for all residents', () => {
  const sheet = (title: string) =>
    parseText(
      `"${title}"\nCode,Name,Geography,All ages\nE09000014,Haringey,London Borough,129000\n`,
      'ons-population',
      { names, name: 'mye24.csv' },
    )
  const males = sheet('MYE2: Males by single year of age, mid-2024')
  expect(males.figures).toEqual([])
  expect(males.codes).toEqual(['stop unknown-layout'])
  expect(sheet('MYE2: Persons by single year of age, mid-2024').figures).toHaveLength(1)
})

test('a heading may say that its year was revised', () => {
  const parsed = parseText(
    'Code,Name,Geography,Mid-2024,Mid-2023 [revised]\nE09000014,Haringey,London Borough,7,6\n',
    'ons-population',
    { names },
  )
  expect(parsed.value('population headcount E09000014 2023')).toBe(6)
})
