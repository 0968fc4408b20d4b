import type { AreaProfile } from '@muster/shared/contract/area-profile'
import type { CoverageRow } from '@muster/shared/contract/coverage'
import type { SeriesReply } from '@muster/shared/contract/series'
import { isKnown } from '@muster/shared/domain/series/observation'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'

const { get, json } = await openTestApp()

describe('coverage', () => {
  test('counts as known what the series has, year by year, and a reason for the rest', async () => {
    const rows = await json<CoverageRow[]>(
      '/coverage?metric=dedicated_ward_officers&areaType=borough',
    )
    const row = rows.find(({ area, basis }) => area === 'E09000014' && basis === 'fte')
    const reply = await json<SeriesReply>(
      '/series?metric=dedicated_ward_officers&basis=fte&areas=E09000014&source=mps-ward-officers',
    )
    const known = reply.series[0]?.points.filter(isKnown) ?? []
    expect(row?.known).toBe(known.length)
    expect(row?.years.reduce((sum, year) => sum + year.known, 0)).toBe(known.length)
    expect(row?.years.reduce((sum, year) => sum + year.expected, 0)).toBe(row?.expected)
    expect((row?.known ?? 0) + (row?.gaps.length ?? 0)).toBe(row?.expected)
    expect(row?.gaps.every(({ why }) => why !== '')).toBe(true)
  })
})

describe('the profile of an area', () => {
  test('lists each series by its source, with the newest value', async () => {
    const profile = await json<AreaProfile>('/areas/NA/profile')
    const officers = profile.known.find(
      ({ metric, basis }) => metric === 'officers' && basis === 'fte',
    )
    expect(officers?.newest).toMatchObject({ date: '2025-03', value: 1_294, trust: 'unverified' })
    const keys = profile.known.map(({ metric, basis, source }) => `${metric} ${basis} ${source.id}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('says of a figure that only the whole has that it cannot be split', async () => {
    const profile = await json<AreaProfile>('/areas/NA/profile')
    const pcso = profile.unknown.find(({ metric }) => metric === 'specials')
    expect(pcso?.reason).toBe('cannot-be-split')
    expect(pcso?.why).toContain('cannot be split')
  })

  test('of a borough points to the later figure of its BCU, and gives none of its own', async () => {
    const profile = await json<AreaProfile>('/areas/E09000014/profile')
    const officers = profile.known.filter(({ metric }) => metric === 'officers')
    expect(officers.length).toBeGreaterThan(1)
    for (const series of officers)
      if (series.last !== 'undated')
        expect(series.newerIn).toMatchObject({ code: 'NA', date: '2025-03' })
  })

  test('shows unknown rungs from posts to duty as not published', async () => {
    const { ladder } = await json<AreaProfile>('/areas/NA/profile')
    expect(ladder.map(({ id }) => id)).toEqual([
      'posts',
      'in-post',
      'ward-officers',
      'not-abstracted',
    ])
    expect(ladder[0]).toMatchObject({ ours: null, why: 'Not published for North Area.' })
    expect(ladder[1]?.others).toHaveLength(11)
    const left = ladder[3]
    const share = await json<SeriesReply>(
      `/series?metric=abstracted_share&areas=NA&from=${left?.date}&to=${left?.date}`,
    )
    expect(left?.ours?.value).toBeCloseTo(100 - (share.series[0]?.points[0]?.value ?? 0), 10)
  })

  test('names peers nearest first, by a rule that stands with them', async () => {
    const { peers } = await json<AreaProfile>('/areas/E09000014/profile')
    expect(peers?.rule).toContain('residents')
    const apart = peers?.areas.map((peer) => peer.apart) ?? []
    expect(apart).toEqual([...apart].sort((a, b) => a - b))
    expect(peers?.areas.some(({ area }) => area === 'E09000014')).toBe(false)
  })

  test('of an area that is not there is a problem that names it', async () => {
    expect((await get('/api/v1/areas/XX/profile')).statusCode).toBe(400)
  })
})
