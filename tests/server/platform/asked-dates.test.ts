import type { PromiseDetail } from '@muster/shared/contract/promise'
import { describe, expect, test } from 'vitest'
import { openTestApp, TODAY } from '../../support/app.ts'

const { get, json } = await openTestApp()

const SERIES = '/api/v1/series?metric=pcso&basis=fte&areas=E23000001'
const RANKINGS = '/api/v1/rankings?metric=officers&basis=fte&areaType=bcu'
const FAIR_SHARE = '/api/v1/fair-share?area=NA&metric=officers&basis=fte&by=population'

/** Every query of a date, by an address that takes it as its last parameter. */
const ASKED = [
  `${SERIES}&from=`,
  `${SERIES}&to=`,
  `${SERIES}&asOf=`,
  `${SERIES}&relative=index&base=`,
  `${RANKINGS}&date=`,
  `${FAIR_SHARE}&date=`,
  '/api/v1/promises?at=',
  '/api/v1/promises?asOf=',
  '/api/v1/changes?since=',
  '/api/v1/changes?until=',
]

describe('a date in a question', () => {
  test.each(ASKED)('of %s lies between 1990 and 2100, or is refused at once', async (address) => {
    for (const date of ['9999-12-31', '2101-01-01', '1989-12-31', '0001-01-01']) {
      const answer = await get(address + date)
      expect(answer.statusCode).toBe(400)
      expect(answer.json()).toMatchObject({
        type: '/problems#bad-date',
        detail: expect.stringContaining('Give a date between 1990 and 2100.'),
      })
    }
  })

  test('that lies in days to come has no history of them', async () => {
    const promises = await json<PromiseDetail[]>('/promises?at=2100-12-31')
    const days = promises.flatMap(({ history }) => history.map(({ day }) => day))
    expect(days.length).toBeGreaterThan(100)
    expect(days.filter((day) => day > TODAY)).toEqual([])
  })
})
