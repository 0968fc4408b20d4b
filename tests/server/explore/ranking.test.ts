import type { CoverageRow } from '@muster/shared/contract/coverage'
import type { RankedArea } from '@muster/shared/contract/ranking'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'

const { json } = await openTestApp()

describe('a ranking', () => {
  test('puts North Area last of the 12 BCUs by number of officers and not by officers per resident', async () => {
    const count = await json<RankedArea[]>('/rankings?metric=officers&basis=fte&areaType=bcu')
    const rate = await json<RankedArea[]>(
      '/rankings?metric=officers&basis=fte&areaType=bcu&per=1000-residents',
    )
    expect(count.find((row) => row.area === 'NA')).toMatchObject({ rank: 12, of: 12, value: 1_294 })
    expect(rate.find((row) => row.area === 'NA')).toMatchObject({ rank: 5, of: 12 })
    expect(rate.find((row) => row.area === 'NA')?.value).toBeCloseTo(2.19, 2)
  })

  test('counts only areas that have a value, and lists the others without a rank', async () => {
    const rows = await json<RankedArea[]>(
      '/rankings?metric=ward_officers_and_pcso&basis=fte&areaType=borough&date=2026-07',
    )
    const missing = rows.filter((row) => row.value === null)
    expect(missing.map((row) => row.name)).toContain('Camden')
    expect(missing.every((row) => row.rank === null && row.missing !== null)).toBe(true)
    expect(rows[0]?.of).toBe(rows.length - missing.length)
  })

  test('widens a rank where an estimate could be one more or one less', async () => {
    const rows = await json<RankedArea[]>(
      '/rankings?metric=dedicated_ward_officers&basis=fte&areaType=borough',
    )
    for (const row of rows.filter((entry) => entry.rank !== null)) {
      expect(row.rankFrom ?? 0).toBeLessThanOrEqual(row.rank ?? 0)
      expect(row.rankTo ?? 0).toBeGreaterThanOrEqual(row.rank ?? 0)
    }
  })
})

describe('coverage', () => {
  test('says for each borough which months of ward officers are known and which are missing', async () => {
    const rows = await json<CoverageRow[]>(
      '/coverage?metric=dedicated_ward_officers&areaType=borough',
    )
    const haringey = rows.find(
      (row) => row.area === 'E09000014' && row.source === 'mps-ward-officers',
    )
    expect(haringey?.known).toBe(59)
    expect((haringey?.known ?? 0) + (haringey?.gaps.length ?? 0)).toBe(haringey?.expected)
  })
})
