import { readFileSync } from 'node:fs'
import type { FairShare } from '@muster/shared/contract/fair-share'
import type { Problem } from '@muster/shared/contract/problem'
import type { SeriesReply } from '@muster/shared/contract/series'
import { printedSplit } from '@muster/shared/domain/areas/fair-share'
import { formatChange, formatNumber } from '@muster/shared/words/format'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'

const { get, json } = await openTestApp()

const OURS = '/fair-share?area=NA&metric=officers&basis=fte'

describe('a fair share', () => {
  test('by residents is the whole times the residents’ part, from the figures the series gives', async () => {
    const [reply, officers, people] = await Promise.all([
      json<FairShare>(`${OURS}&date=2025-03&by=residents`),
      json<SeriesReply>('/series?metric=officers&basis=fte&areaType=bcu&from=2025-03&to=2025-03'),
      json<SeriesReply>('/series?metric=population&areaType=bcu&from=2024&to=2024'),
    ])
    const sum = (series: SeriesReply) =>
      series.series.reduce((total, { points }) => total + (points[0]?.value ?? 0), 0)
    const ours = (series: SeriesReply) =>
      series.series.find(({ area }) => area === 'NA')?.points[0]?.value ?? 0
    expect(reply.actual).toBe(1_294)
    expect(reply.fair).toBeCloseTo((sum(officers) * ours(people)) / sum(people), 5)
    expect(reply.whole).toMatchObject({ kind: 'areas', areas: 12, value: sum(officers) })
  })

  test.each(['residents', 'crimes', 'residents:50,crimes:50', 'residents:12.5,crimes:87.5'])(
    'by %s has parts that sum with the unexplained one to the gap, to the last digit',
    async (by) => {
      const reply = await json<FairShare>(`${OURS}&by=${by}`)
      const sum = reply.parts.reduce((total, part) => total + part.value, 0)
      expect(sum + reply.unexplained).toBe(reply.gap)
      expect(reply.actual - reply.fair).toBeCloseTo(reply.gap, 6)
    },
  )

  test('is split as docs/comparison.md works it out, to the digit', async () => {
    const reply = await json<FairShare>(`${OURS}&date=2025-03&by=residents`)
    const text = readFileSync(new URL('../../../docs/comparison.md', import.meta.url), 'utf8')
    const example = text.slice(text.indexOf('**Worked example**'))
    const [residents, crimes] = reply.drivers
    if (residents === undefined || crimes === undefined) throw new Error('Two drivers are known.')
    const printed = printedSplit(reply, 1)
    for (const row of [
      `| fair share | ${whole(reply.whole.value)} × ${whole(residents.ours)} ÷ ${whole(residents.whole)} | ${formatNumber(reply.fair, 1)} |`,
      `| difference | ${whole(reply.actual)} − ${formatNumber(reply.fair, 1)} | ${formatChange(printed.gap, 1)} |`,
      `| of which: another mix | ${whole(reply.whole.value)} × (${whole(crimes.ours)} ÷ ${whole(crimes.whole)} − ${whole(residents.ours)} ÷ ${whole(residents.whole)}) | ${formatChange(printed.parts[0]?.value ?? 0, 1)} |`,
      `| of which: unexplained | ${formatChange(printed.gap, 1)} − (${formatChange(printed.parts[0]?.value ?? 0, 1)}) | ${formatChange(printed.unexplained, 1)} |`,
    ])
      expect(example.replace(/ +/g, ' ')).toContain(row)
  })

  test('carries the trust of its weakest figure, and says so in the headline', async () => {
    const reply = await json<FairShare>(OURS)
    expect(reply.trust).toBe('unverified')
    expect(reply.sentences[0]).toContain('unverified')
    expect(reply.sentences[0]).toContain('the 12 BCUs')
  })

  test('names each part that cannot be known, with the reason, and states the police’s own view', async () => {
    const reply = await json<FairShare>(OURS)
    expect(reply.notKnown.map(({ id }) => id)).toEqual(['vacancy', 'abstraction'])
    expect(reply.notKnown.every(({ why }) => why.endsWith('.'))).toBe(true)
    expect(reply.policeView.words).toContain('workload')
    expect(reply.policeView.url).toMatch(/^https:/)
  })

  test('of ward time left has a part for time taken elsewhere', async () => {
    const reply = await json<FairShare>(
      '/fair-share?area=NA&metric=not_abstracted_minutes&date=2024-03&by=crimes',
    )
    const taken = reply.parts.find(({ id }) => id === 'abstraction')?.value ?? 0
    // North Area lost 19.1 % of its time in March 2024, the 12 BCUs together less: a part below 0.
    expect(taken).toBeLessThan(0)
    expect(reply.notKnown.map(({ id }) => id)).toEqual(['vacancy'])
  })

  test('of a date before residents or crime are known is refused, and says which', async () => {
    // All 32 boroughs are known at 31 March 2006; population here begins in 2011.
    const path = '/fair-share?area=E09000014&metric=staff_including_pcso&basis=fte&date=2006-03-31'
    for (const [by, words] of [
      ['residents', 'estimate of residents'],
      ['crimes', 'recorded crime'],
    ]) {
      const response = await get(`/api/v1${path}&by=${by}`)
      expect(response.statusCode).toBe(400)
      expect((response.json() as Problem).detail).toContain(words)
    }
  })
})

describe('a refusal', () => {
  test.each([
    ['metric=dedicated_ward_officers&basis=fte', 'not-comparable', 'not known'],
    ['metric=abstracted_share', 'not-comparable', 'shared out'],
    ['metric=population', 'not-comparable', 'shared out'],
    ['metric=officers&basis=fte&by=wards', 'bad-request', 'wards'],
    ['metric=officers&basis=fte&by=residents:60,crimes:60', 'bad-request', '120'],
    ['metric=officers&basis=fte&date=2019-03', 'not-comparable', '2025-03'],
    ['metric=officers', 'unknown-basis', 'fte'],
    ['metric=officers&basis=fte&mix=1', 'unknown-parameter', 'mix'],
  ])('of %s is %s and names “%s”', async (query, code, words) => {
    const response = await get(`/api/v1/fair-share?area=NA&${query}`)
    const problem = response.json() as Problem
    expect(problem.type).toBe(`/problems#${code}`)
    expect(response.statusCode).toBe(400)
    expect(problem.detail).toContain(words)
  })

  test('of the force itself says that a whole has no share of itself', async () => {
    const response = await get('/api/v1/fair-share?area=E23000001&metric=officers&basis=fte')
    expect((response.json() as Problem).detail).toContain('no share')
  })
})

const whole = (value: number): string => formatNumber(value, 0)
