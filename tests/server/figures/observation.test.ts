import type { ObservationStory } from '@muster/shared/contract/observation'
import type { SeriesReply } from '@muster/shared/contract/series'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'

const { json } = await openTestApp()

const idOf = async (query: string, date: string): Promise<string> => {
  const reply = await json<SeriesReply>(`/series?${query}`)
  return reply.series[0]?.points.find((point) => point.date === date)?.observation ?? ''
}

const storyOf = (id: string) => json<ObservationStory>(`/observations/${encodeURIComponent(id)}`)

describe("an observation's story", () => {
  test('names source, release, place in the file and trust', async () => {
    const story = await storyOf(await idOf('metric=officers&basis=fte&areas=NA', '2025-03'))
    expect(story).toMatchObject({
      kind: 'value',
      areaName: 'North Area',
      value: 1_294,
      trust: 'unverified',
      source: { id: 'mps-workforce-report' },
    })
    expect(story.where).not.toBe('')
  })

  test('lists the value that another edition gave for the same date', async () => {
    const story = await storyOf(
      await idOf(
        'metric=officers&basis=fte&areas=E23000001&source=home-office-summary-tables',
        '2015-09-30',
      ),
    )
    expect(story.value).toBe(32_182.68)
    expect(story.earlier.map((value) => value.value)).toEqual([31_792.89])
    expect(story.later).toEqual([])
  })

  test('of a sum leads to each of its parts', async () => {
    const story = await storyOf(
      await idOf('metric=dedicated_ward_officers&basis=fte&areas=NA', '2023-08-31'),
    )
    expect(story.kind).toBe('sum')
    expect(story.areaName).toBe('North Area')
    expect(story.parts.map((part) => part.areaName).sort()).toEqual(['Enfield', 'Haringey'])
    expect(story.parts.reduce((sum, part) => sum + (part.value ?? 0), 0)).toBe(story.value)
  })

  test('of a rate leads to what stands above and below the line', async () => {
    const story = await storyOf(
      await idOf('metric=officers&basis=fte&areas=NA&per=1000-residents', '2025-03'),
    )
    expect(story.kind).toBe('quotient')
    expect(story.parts.map((part) => part.metric)).toEqual(['officers', 'population'])
    for (const part of story.parts) expect((await storyOf(part.id)).value).toBe(part.value)
  })
})
