/** What a view of Compare asks of the API: the view's own names become codes and a basis. */
import { rankingQuestion, seriesQuestion } from '@muster/client/api/question'
import type { Place } from '@muster/shared/contract/register'
import type { SeriesReply } from '@muster/shared/contract/series'
import type { Metric } from '@muster/shared/domain/series/metric'
import { parseView } from '@muster/shared/view/view'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../support/app.ts'

const { get, json } = await openTestApp()
const place = await json<Place>('/place')
const metrics = await json<Metric[]>('/metrics')

const viewOf = (search: string) => {
  const { view } = parseView('/compare', search)
  if (view.page !== 'compare') throw new Error(`${search} is no view of Compare`)
  return view
}
const askedBy = (search: string): string => {
  const view = viewOf(search)
  const metric = metrics.find(({ id }) => id === (view.metric ?? place.headline.metric))
  return seriesQuestion(view, place, metric)
}
const partsOf = (address: string) => Object.fromEntries(new URL(address, 'http://x').searchParams)

describe('the question for series', () => {
  test('of an empty view is the headline of the place', () => {
    const { metric, basis, areaType } = place.headline
    expect(partsOf(askedBy(''))).toEqual({ metric, basis, areaType })
  })

  test('names our areas and their parts where the view says ours', () => {
    expect(partsOf(askedBy('areas=ours')).areas).toBe(place.oursAndParts.join(','))
  })

  test('names a basis that the measure has, since bases are never mixed', () => {
    const metric = metrics.find(({ bases }) => !bases.includes(place.headline.basis))
    expect(partsOf(askedBy(`metric=${metric?.id}`)).basis).toBe(metric?.bases[0])
  })

  test('leaves out half a comparison with a date: both the date and the way are needed', () => {
    for (const half of ['base=2019-03', 'relative=change']) expect(askedBy(half)).toBe(askedBy(''))
    expect(partsOf(askedBy('base=2019-03&relative=change'))).toMatchObject({
      base: '2019-03',
      relative: 'change',
    })
  })

  test.each(['', 'areas=ours', 'metric=pcso&per=1000-residents', 'from=2019&to=2020'])(
    'of “%s” is one that the API answers',
    async (search) => {
      expect((await get(askedBy(search))).statusCode).toBe(200)
    },
  )
})

test('the question for a ranking is of the measure that was answered, on the last date of the view', async () => {
  const view = viewOf('metric=officers&basis=fte&areaType=bcu&to=2024-03-31')
  const reply = (await get(askedBy('metric=officers&basis=fte&areaType=bcu'))).json<SeriesReply>()
  const address = rankingQuestion(view, reply, 'bcu')
  expect(partsOf(address)).toMatchObject({ metric: 'officers', basis: 'fte', date: '2024-03-31' })
  expect((await get(address)).statusCode).toBe(200)
})
