import { makeNames } from '@muster/server/imports/names/names'
import { describe, expect, test } from 'vitest'
import { openNames, openRegister } from './parsed.ts'

const names = openNames()

describe('an area is found', () => {
  test.each([
    ['NA', 'NA'],
    ['E09000014', 'E09000014'],
    ['e09000014', 'E09000014'],
    ['Haringey', 'E09000014'],
    ['  HARINGEY ', 'E09000014'],
    ['Haringey Borough', 'E09000014'],
    ['London Borough of Haringey', 'E09000014'],
    ['Haringey London Borough Council', 'E09000014'],
    ['Kingston', 'E09000021'],
    ['Barking & Dagenham', 'E09000002'],
    ['Barking and Dagenham', 'E09000002'],
    ['Barking & Dagenham Borough', 'E09000002'],
    ['BCU North', 'NA'],
    ['North Area BCU', 'NA'],
    ['Central South BCU', 'AS'],
    ['London, City of', 'E23000034'],
    ['Avon and Somerset', 'E23000036'],
    ['Dyfed-Powys', 'W15000004'],
    ['Dyfed Powys', 'W15000004'],
    ['Kent Police', 'E23000032'],
    ['Northamptonshire3', 'E23000022'],
    ['Derbyshire 1,2', 'E23000018'],
    ['Metropolitan Police²', 'E23000001'],
    ['LB Haringey', 'E09000014'],
    ['Haringey BOCU', 'E09000014'],
    ['NA BCU', 'NA'],
    ['Hampshire and Isle of Wight Constabulary', 'E23000030'],
    ['Cleveland [notes 3, 4]', 'E23000013'],
    ['Metropolitan\u00a0Police Service', 'E23000001'],
    ['Dyfed–Powys', 'W15000004'],
    ['St Ann’s', 'E05013597'],
    ["St Ann's", 'E05013597'],
  ])('%j is %s', (text, code) => {
    expect(names.area(text)).toEqual({ code })
  })

  test('by its name among areas of one type', () => {
    expect(names.area('City of London')).toEqual({ code: 'E09000001' })
    expect(names.area('City of London', { type: 'borough' })).toEqual({ code: 'E09000001' })
    expect(names.area('City of London', { type: 'force' })).toEqual({ code: 'E23000034' })
    expect(names.area('North East', { type: 'force' })).toHaveProperty('nearest')
  })
})

test('North Area’s code NA is an area, and N/A is none', () => {
  expect(names.area('NA', { type: 'bcu' })).toEqual({ code: 'NA' })
  expect(names.area('N/A')).toHaveProperty('nearest')
})

test('an unknown name is answered by the three nearest', () => {
  expect(names.area('Harringey')).toEqual({
    nearest: ['Haringey', 'Harringay', expect.any(String)],
  })
})

test('digits that are part of no footnote make another name', () => {
  expect(names.area('Table 3')).toHaveProperty('nearest')
  expect(names.area('E09000099')).toHaveProperty('nearest')
})

test('an alias counts only on its dates', () => {
  const register = openRegister()
  const dated = makeNames(
    {
      ...register,
      aliases: [{ alias: 'Old North', area: 'NA', from: '2019-01-09', to: '2021' }],
    },
    [],
  )
  expect(dated.area('Old North', { date: '2020-05' })).toEqual({ code: 'NA' })
  expect(dated.area('Old North', { date: '2019-01' })).toEqual({ code: 'NA' })
  expect(dated.area('Old North', { date: '2018-12-31' })).toHaveProperty('nearest')
  expect(dated.area('Old North', { date: '2022' })).toHaveProperty('nearest')
  expect(dated.area('Old North')).toEqual({ code: 'NA' })
})

test('two areas of one name are told apart by their codes', () => {
  const register = openRegister()
  const twice = makeNames(
    {
      ...register,
      aliases: [
        { alias: 'Newtown', area: 'E09000014', from: '', to: '' },
        { alias: 'Newtown', area: 'E09000010', from: '', to: '' },
      ],
    },
    [],
  )
  expect(twice.area('Newtown')).toEqual({
    nearest: ['Haringey (E09000014)', 'Enfield (E09000010)'],
  })
})

test('what an analyst chose is taken before the register', () => {
  const chosen = openNames([
    { kind: 'area', alias: 'Tottenham Police District', target: 'E09000014' },
    { kind: 'metric', alias: 'Bobbies', target: 'officers' },
    { kind: 'area', alias: 'Nowhere', target: 'not-an-area' },
  ])
  expect(chosen.area('tottenham  police district')).toEqual({ code: 'E09000014' })
  expect(chosen.metric('BOBBIES')).toEqual({ id: 'officers' })
  expect(chosen.area('Nowhere')).toHaveProperty('nearest')
})

describe('a metric is found', () => {
  test.each([
    ['officers', 'officers'],
    ['Police officers', 'officers'],
    ['PCSOs', 'pcso'],
    ['Dedicated ward officers', 'dedicated_ward_officers'],
    ['recorded crime', 'recorded_crime'],
  ])('%j is %s', (text, id) => {
    expect(names.metric(text)).toEqual({ id })
  })

  test('or the nearest are named', () => {
    const found = names.metric('oficers')
    expect('nearest' in found && found.nearest).toContain('officers')
  })
})

test('boroughs that another force polices are not in the force', () => {
  expect(names.areasOf('borough')).toHaveLength(33)
  expect(names.areasOf('borough', 'in the force')).toHaveLength(32)
})
