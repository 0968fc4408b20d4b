import type { Area } from '@muster/shared/domain/areas/area'
import {
  areasAbove,
  areasBelow,
  areaTree,
  liesIn,
  summedParts,
} from '@muster/shared/domain/areas/tree'
import { expect, test } from 'vitest'

const area = (code: string, type: Area['type'], ...parents: string[]): Area => ({
  code,
  name: code,
  type,
  parents: parents.map((parent) => ({ code: parent, from: null, to: null })),
})

const ward = area('ward', 'ward', 'north')
const moved = area('moved', 'borough', 'old', 'new')
const tree = areaTree(
  new Map(
    [
      area('land', 'country'),
      area('force', 'force', 'land'),
      area('old', 'bcu', 'force'),
      area('new', 'bcu', 'force'),
      area('north', 'borough', 'new'),
      moved,
      ward,
    ].map((each) => [each.code, each]),
  ),
)
const codes = (areas: readonly Area[]) => areas.map(({ code }) => code)

test('an area lies in its parents and in theirs, the nearest first and each once', () => {
  expect(codes(areasAbove(tree, ward))).toEqual(['north', 'new', 'force', 'land'])
  expect(codes(areasAbove(tree, moved))).toEqual(['old', 'new', 'force', 'land'])
  expect(liesIn(tree, ward, 'force')).toBe(true)
  expect(liesIn(tree, moved, 'north')).toBe(false)
})

test('what lies in an area holds the wards, and what is added up to it does not', () => {
  expect(codes(areasBelow(tree, 'new'))).toEqual(['north', 'ward', 'moved'])
  expect(codes(summedParts(tree, 'new'))).toEqual(['north', 'moved'])
  expect(codes(summedParts(tree, 'force'))).toEqual(['old', 'moved', 'new', 'north', 'moved'])
})
