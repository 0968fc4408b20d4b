import { bumpDataVersion } from '@muster/server/platform/db/data-version'
import type { Changes } from '@muster/shared/contract/change'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../support/app.ts'

describe('changes between two days', async () => {
  const { get, json, store, services } = await openTestApp()
  const changes = (query: string) => json<Changes>(`/changes?${query}`)

  test('start at the end of the last quarter and end today, when nothing is said', async () => {
    expect(await json<Changes>('/changes')).toMatchObject({
      since: '2026-09-30',
      until: '2026-11-22',
      verdicts: [],
    })
  })

  // Summary tables of September 2016 against those of September 2015, both in data/figures.
  test('name each revision with what stood before it and the edition that gave it', async () => {
    const { revisions } = await changes('since=2016-12-01&until=2017-12-31')
    expect(revisions).toContainEqual(
      expect.objectContaining({
        metric: 'officers',
        date: '2015-09-30',
        value: 32182.68,
        before: expect.objectContaining({ value: 31792.89 }),
        difference: 389.79,
        release: 'home-office-summary-tables-2016-09',
      }),
    )
    expect(revisions.every(({ value, before }) => value !== before.value)).toBe(true)
  })

  test('name a verdict that turned, by the figures dated up to each day', async () => {
    const { verdicts } = await changes('since=2023-12-30&until=2024-03-31')
    expect(verdicts).toContainEqual({
      promise: 'pcso-2023-500',
      title: '500 more PCSOs during 2023',
      before: 'behind',
      after: 'broken',
      sentence: '“500 more PCSOs during 2023” went from Behind to Broken.',
    })
  })

  test('list each new edition with the values that it brought', async () => {
    const { releases } = await changes('since=2023-07-25&until=2023-07-26')
    expect(releases.map(({ source }) => source)).toEqual(['home-office-open-data'])
    expect(releases[0]?.newValues).toBe(6996)
  })

  test('say what is due and not here, and how many days', async () => {
    const { due } = await changes('since=2026-09-30')
    expect(due).toContainEqual(
      expect.objectContaining({ source: 'police-force-strength', dueOn: '2026-09-30', days: 53 }),
    )
    expect((await changes('since=2026-01-01&until=2026-09-30')).due).not.toContainEqual(
      expect.objectContaining({ source: 'police-force-strength' }),
    )
  })

  test('about an area leave out the others', async () => {
    const all = await changes('since=2016-01-01&until=2024-01-01')
    const here = await changes('since=2016-01-01&until=2024-01-01&area=E09000014')
    expect(here.newValueCount).toBeLessThan(all.newValueCount)
    expect(here.newValues.map(({ area }) => area)).not.toContain('E09000010')
  })

  test('as CSV hold every value, those of the page first and all', async () => {
    const { newValueCount, newValues, revisions, verdicts } = await changes('since=2016-01-01')
    const csv = await get('/api/v1/changes.csv?since=2016-01-01')
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(newValues).toHaveLength(500)
    const rows = csv.body.trim().split('\n')
    expect(rows).toHaveLength(1 + newValueCount + revisions.length + verdicts.length)
    const width = rows[0]?.split(',').length
    expect(
      rows.filter((row) => row.split('"').length === 1 && row.split(',').length !== width),
    ).toEqual([])
  })

  test('send so many of each list as are asked for, and still all verdicts and the whole count', async () => {
    const [all, few] = [
      await changes('since=2016-01-01'),
      await changes('since=2016-01-01&first=2'),
    ]
    for (const list of ['releases', 'newValues', 'revisions', 'due'] as const) {
      expect(all[list].length, list).toBeGreaterThan(2)
      expect(few[list], list).toEqual(all[list].slice(0, 2))
    }
    expect(few.verdicts).toEqual(all.verdicts)
    expect(few.newValueCount).toBe(all.newValueCount)
  })

  test('refuse what is no day and what is no parameter', async () => {
    expect((await get('/api/v1/changes?since=2026')).statusCode).toBe(400)
    expect((await get('/api/v1/changes?from=2026-01-01')).statusCode).toBe(400)
    expect((await get('/api/v1/changes?area=XX')).statusCode).toBe(400)
  })

  test('say which edition was taken back, and no longer count it', async () => {
    const slug = 'home-office-summary-tables-2016-09'
    store.write((tx) => {
      tx.run(`update release set withdrawn_at = '2026-11-22T10:00:00Z' where slug = '${slug}'`)
      bumpDataVersion(tx, 'patch')
    })
    services.changed()
    const after = await changes('since=2016-01-01')
    expect(after.withdrawn).toMatchObject([{ release: slug, on: '2026-11-22' }])
    expect(after.revisions.some((row) => row.release === slug)).toBe(false)
  })
})
