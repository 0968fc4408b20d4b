import { AREA_TYPES } from '@muster/shared/domain/areas/area'
import { RELATIVES } from '@muster/shared/domain/series/index-series'
import { BASES } from '@muster/shared/domain/series/observation'
import { PERS } from '@muster/shared/domain/series/rate'
import { PROMISE_KINDS, PROMISE_STATUSES } from '@muster/shared/domain/verdicts/promise'
import { formatView, parseView, SHOWS, type View, viewOf } from '@muster/shared/view/view'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('a view and its address', () => {
  test('reading the address of a view gives the view again', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const [path = '', search = ''] = formatView(view).split('?')
        expect(parseView(path, search)).toEqual({ view, ignored: [] })
      }),
    )
  })

  test('an address has one spelling, whatever the order in which it was typed', () => {
    const { view } = parseView('/compare', '?per=ward&metric=officers&areas=NA%2CCE')
    expect(formatView(view)).toBe('/compare?metric=officers&areas=NA,CE&per=ward')
  })

  test('defaults are left out of links', () => {
    expect(formatView(viewOf('compare', {}))).toBe('/compare')
    expect(formatView(parseView('/compare', '?per=&from=&areas=').view)).toBe('/compare')
  })

  test('what is not understood is left out and named', () => {
    const { view, ignored } = parseView('/compare', '?per=1000-cats&from=2025-13&colour=red')
    expect(view).toEqual(viewOf('compare', {}))
    expect(ignored).toEqual(['per=1000-cats', 'from=2025-13', 'colour=red'])
  })

  test('a day that is not in the calendar is not understood', () => {
    expect(parseView('/', '?asOf=2023-02-29').ignored).toEqual(['asOf=2023-02-29'])
    expect(parseView('/', '?asOf=2024-02-29').ignored).toEqual([])
  })

  test('a name of the language itself is not taken for a field', () => {
    expect(parseView('/compare', '?constructor=x&__proto__=y').ignored).toHaveLength(2)
  })

  test('an identifier with signs of its own survives the path', () => {
    const id = 'a.2019-01.r1+b.2019-01.r1:c/d'
    const address = formatView(viewOf('evidence', { id }))
    expect(parseView(address, '').view).toEqual({ page: 'evidence', id })
  })

  test('a path that leads nowhere is said to lead nowhere', () => {
    for (const path of ['/nothing', '/promises/a/b', '/areas/%E0%A4%A', '//evidence'])
      expect(parseView(path, '').view).toEqual({ page: 'not-found', path })
  })

  test('a trailing slash is the same page', () => {
    expect(parseView('/promises/', '').view.page).toBe('promises')
  })
})

describe('the area picker as a form without script sends it', () => {
  test('boxes ticked make a list', () => {
    expect(parseView('/compare', '?among=list&areas=NA&areas=CE').view).toEqual(
      viewOf('compare', { areas: ['NA', 'CE'] }),
    )
  })

  test('a type chosen makes the boxes void', () => {
    expect(parseView('/compare', '?among=borough&areas=NA&areas=CE').view).toEqual(
      viewOf('compare', { areaType: 'borough' }),
    )
  })

  test('ours are named as ours', () => {
    expect(parseView('/compare', '?among=ours').view).toEqual(
      viewOf('compare', { areas: ['ours'] }),
    )
  })
})

const code = fc.stringMatching(/^[\w.-]{1,12}$/)
const codes = fc.uniqueArray(code, { minLength: 1, maxLength: 5 })
const segment = fc.string({ minLength: 1 }).filter((text) => text !== '.' && text !== '..')
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const period = fc
  .tuple(day, fc.constantFrom(4, 7, 10))
  .map(([text, length]) => text.slice(0, length))
const said = fc
  .string({ minLength: 1 })
  .map((text) => text.trim())
  .filter((text) => text !== '')

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

const anyView: fc.Arbitrary<View> = fc.oneof(
  fc.record({ page: fc.constant('home' as const), at: maybe(day), asOf: maybe(day) }),
  fc.record({
    page: fc.constant('compare' as const),
    metric: maybe(code),
    basis: maybe(fc.constantFrom(...BASES)),
    areas: maybe(codes),
    areaType: maybe(fc.constantFrom(...AREA_TYPES)),
    from: maybe(period),
    to: maybe(period),
    per: maybe(fc.constantFrom(...PERS)),
    source: maybe(code),
    asOf: maybe(day),
    show: maybe(fc.constantFrom(...SHOWS)),
    pinned: maybe(codes),
    relative: maybe(fc.constantFrom(...RELATIVES)),
    base: maybe(period),
    events: maybe(fc.constant('hide' as const)),
  }),
  fc.record({
    page: fc.constant('fair-share' as const),
    area: maybe(code),
    metric: maybe(code),
    basis: maybe(fc.constantFrom(...BASES)),
    date: maybe(period),
    by: maybe(said),
    source: maybe(code),
    asOf: maybe(day),
  }),
  fc.record({
    page: fc.constant('coverage' as const),
    metric: maybe(code),
    areaType: maybe(fc.constantFrom(...AREA_TYPES)),
  }),
  fc.record({
    page: fc.constant('promises' as const),
    area: maybe(code),
    status: maybe(fc.constantFrom(...PROMISE_STATUSES)),
    kind: maybe(fc.constantFrom(...PROMISE_KINDS)),
    year: maybe(day.map((text) => text.slice(0, 4))),
    maker: maybe(said),
    text: maybe(said),
    at: maybe(day),
    asOf: maybe(day),
  }),
  fc.record({
    page: fc.constant('promise' as const),
    id: segment,
    at: maybe(day),
    asOf: maybe(day),
  }),
  fc.record({
    page: fc.constant('changes' as const),
    since: maybe(day),
    until: maybe(day),
    area: maybe(code),
  }),
  fc.record({ page: fc.constant('area' as const), code: segment }),
  fc.record({ page: fc.constant('evidence' as const), id: segment }),
)
