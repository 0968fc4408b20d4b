/** Imports by the door of the API: check, commit, undo, commit again; all or nothing. */

import { addUser } from '@muster/server/accounts/invitations'
import { createToken } from '@muster/server/accounts/tokens'
import { findUser } from '@muster/server/accounts/users'
import { findFaults } from '@muster/server/cli/verify'
import type { Changes } from '@muster/shared/contract/change'
import type { Import } from '@muster/shared/contract/import'
import type { Ledger } from '@muster/shared/contract/ledger'
import type { PromiseDetail } from '@muster/shared/contract/promise'
import type { Review } from '@muster/shared/contract/review'
import type { SeriesReply } from '@muster/shared/contract/series'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'

const { app, json, store, services } = await openTestApp()
const token = editorToken()

const HEADINGS = 'metric,basis,area,date,value,missing,trust,flags,where,note'
const STRENGTH = 'Date,Police Officer Strength,Police Staff Strength,PCSO Strength'

describe('an import', () => {
  test('is checked without touching the figures, then committed, undone and put back', async () => {
    const file = strength(['Jul-26,31011,11500,1366', 'Aug-26,30990,11490,1360'])
    const before = await pcsos()
    const checked = await check('police-force-strength', file)
    expect(checked).toMatchObject({ state: 'checked', layout: 'police-force-strength' })
    expect(checked.diff.added).toBe(3)
    expect(await pcsos()).toEqual(before)

    expect((await commit(checked)).state).toBe('committed')
    expect((await pcsos()).at(-1)).toEqual(['2026-08', 1_360])

    expect((await post(`/imports/${checked.id}/undo`)).json()).toMatchObject({ state: 'undone' })
    expect(await pcsos()).toEqual(before)

    expect((await commit(checked)).state).toBe('committed')
    expect((await pcsos()).at(-1)).toEqual(['2026-08', 1_360])
    expect(findFaults(store)).toEqual([])
  })

  test('of the same file twice has nothing to change and nothing to tick', async () => {
    const file = strength(['Sep-26,30980,11480,1355'])
    await commit(await check('police-force-strength', file))
    const again = await check('police-force-strength', file)
    expect(again.diff).toMatchObject({ added: 0, revised: 0 })
    expect(again.ticks).toEqual([])
    expect(again.notes.map((note) => note.code)).toContain('same-file')
    const version = services.register().dataVersion
    expect((await commit(again)).state).toBe('committed')
    expect(services.register().dataVersion).toBe(version)
    // Taking the second one back must not take the first one's figures away.
    await post(`/imports/${again.id}/undo`)
    expect((await pcsos()).at(-1)).toEqual(['2026-09', 1_355])
    expect(findFaults(store)).toEqual([])
  })

  test('shows a changed value biggest first, old and new, and the verdicts that would turn', async () => {
    const file = strength(['Dec-23,34000,11000,1800', 'Nov-23,34001,11001,1270'])
    const checked = await check('police-force-strength', file, '2026-11-01')
    const [first] = checked.changes
    expect(first).toMatchObject({ metric: expect.any(String), date: expect.any(String) })
    const sizes = checked.changes.map((change) => Math.abs(change.change))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(checked.verdicts).toContainEqual(
      expect.objectContaining({ promise: 'pcso-2023-500', before: 'broken', after: 'kept' }),
    )
    expect((await json<PromiseDetail>('/promises/pcso-2023-500')).status).toBe('broken')
  })

  test('that turned a verdict says so on the first page, in changes and in the review, until it is undone', async () => {
    const said = async (): Promise<boolean[]> => {
      const { changed } = await json<Ledger>('/ledger')
      const { verdicts } = await json<Changes>('/changes?since=2026-09-30')
      const { model } = await json<Review>('/reviews/2026-Q4')
      return [changed, verdicts, model.findings].map((rows) =>
        rows.some(({ sentence }) =>
          /^A revision on 22 November 2026 turned “[^”]+” from Broken to Kept\.$/.test(sentence),
        ),
      )
    }
    expect(await said()).toEqual([false, false, false])
    const file = strength(['Dec-23,34000,11000,1800', 'Nov-23,34001,11001,1270'])
    const { id } = await commit(await check('police-force-strength', file, '2026-11-02'))
    expect(await said()).toEqual([true, true, true])
    await post(`/imports/${id}/undo`)
    expect(await said()).toEqual([false, false, false])
  })

  test('that needs a tick is refused until each is given a reason, and keeps it with the name', async () => {
    const file = strength(['Oct-26,20000,11480,1355'])
    const checked = await check('police-force-strength', file)
    expect(checked.ticks.map((tick) => tick.code)).toContain('large-change')
    const refused = await post(`/imports/${checked.id}/commit`, { ticks: [] })
    expect(refused.statusCode).toBe(409)
    const done = await commit(checked, 'Confirmed by telephone')
    expect(done.ticked).toContainEqual({
      code: 'large-change',
      reason: 'Confirmed by telephone',
      by: 'editor',
    })
    await post(`/imports/${checked.id}/undo`)
  })

  test('lists every fault of every row and writes nothing', async () => {
    const file = [
      HEADINGS,
      'officers,fte,NA,2026-04,1290,,primary,,Table 2.1,',
      'oficers,fte,NA,2026-04,1290,,primary,,Table 2.1,',
      'officers,fte,Nowhere,2026-04,1290,,primary,,Table 2.1,',
      'officers,fte,NA,2026-14,1290,,primary,,Table 2.1,',
      'officers,fte,NA,2026-05,,,primary,,Table 2.1,',
      'officers,fte,NA,2026-06,12x,,primary,,Table 2.1,',
    ].join('\n')
    const stopped = await check('muster-template', file)
    expect(stopped.state).toBe('stopped')
    expect(stopped.stops.map((stop) => stop.row).sort()).toEqual([3, 4, 5, 6, 7])
    expect((await post(`/imports/${stopped.id}/commit`, { ticks: [] })).statusCode).toBe(409)
  })

  test('is refused when the figures moved between check and commit, and then changes nothing', async () => {
    const first = await check('muster-template', template('NA', '2026-05', 1_280))
    const second = await check('muster-template', template('NA', '2026-05', 1_281))
    await commit(second)
    const refused = await post(`/imports/${first.id}/commit`, {
      ticks: first.ticks.map((tick) => ({ code: tick.code, reason: 'as given' })),
    })
    expect(refused.statusCode).toBe(409)
    expect(refused.json().detail).toContain('changed since')
    const reply = await json<SeriesReply>(
      '/series?metric=officers&basis=fte&areas=NA&source=muster-template',
    )
    expect(reply.series[0]?.points.map((point) => point.value)).toEqual([1_281])
  })

  test('of an older edition takes its place in time and leaves newer editions speaking', async () => {
    const file = strength(['Jul-26,1,1,1'])
    const checked = await check('police-force-strength', file, '2020-01-31')
    expect(checked.ticks.map((tick) => tick.code)).toContain('older-edition')
    await commit(checked, 'An early edition for the record')
    expect((await pcsos()).find(([date]) => date === '2026-07')).toEqual(['2026-07', 1_366])
    const then = await json<SeriesReply>(
      '/series?metric=pcso&basis=fte&areas=E23000001&source=police-force-strength&asOf=2020-06-30',
    )
    expect(then.series[0]?.points.map((point) => point.value)).toEqual([1])
  })

  test('of a file that ends before what is in, and says no date, needs a tick', async () => {
    const file = strength(['May-24,33000,11000,1300'])
    const undated = await check('police-force-strength', file)
    expect(undated.ticks.map((tick) => tick.code)).toContain('edition-not-dated')
    const dated = await check('police-force-strength', file, '2024-06-30')
    expect(dated.ticks.map((tick) => tick.code)).not.toContain('edition-not-dated')
  })

  test.each([
    ['an empty file', ''],
    ['a PDF', '%PDF-1.7 and so on'],
    ['a page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['words', 'no table here at all'],
  ])('of %s is stopped with a sentence, not an error', async (_what, content) => {
    const stopped = await check('police-force-strength', content)
    expect(stopped.state).toBe('stopped')
    expect(stopped.stops[0]?.sentence.length).toBeGreaterThan(20)
  })
})

describe('the door', () => {
  test('is closed to those who are not signed in', async () => {
    const response = await app.inject({ method: 'POST', url: '/api/v1/imports' })
    expect(response.statusCode).toBe(401)
  })

  test('names what is missing from an upload', async () => {
    const response = await upload({ source: 'police-force-strength' })
    expect(response.statusCode).toBe(400)
    expect(response.json().errors).toContainEqual(expect.objectContaining({ pointer: '/file' }))
  })

  test('refuses a source that is not known', async () => {
    const response = await upload({ source: 'nobody', file: 'a,b' })
    expect(response.json()).toMatchObject({ type: '/problems#unknown-source', status: 400 })
  })
})

function strength(rows: readonly string[]): string {
  return [STRENGTH, ...rows].join('\n')
}

function template(area: string, date: string, value: number): string {
  return `${HEADINGS}\nofficers,fte,${area},${date},${value},,primary,,Letter of 1 June,\n`
}

async function pcsos(): Promise<[string, number | null][]> {
  const reply = await json<SeriesReply>(
    '/series?metric=pcso&basis=fte&areas=E23000001&source=police-force-strength',
  )
  return reply.series[0]?.points.map((point) => [point.date, point.value]) ?? []
}

async function check(source: string, file: string, published?: string): Promise<Import> {
  const response = await upload({ source, file, ...(published === undefined ? {} : { published }) })
  expect(response.body, response.body.slice(0, 300)).toContain('"state"')
  expect(response.statusCode).toBe(201)
  return response.json()
}

async function commit(checked: Import, reason = 'as published'): Promise<Import> {
  const codes = [...new Set(checked.ticks.map((tick) => tick.code))]
  const response = await post(`/imports/${checked.id}/commit`, {
    ticks: codes.map((code) => ({ code, reason })),
  })
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200)
  return response.json()
}

function post(path: string, body: object = {}) {
  return app.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${token}` },
    payload: body,
  })
}

function upload(parts: Record<string, string>) {
  const boundary = 'muster-test'
  const payload = [
    ...Object.entries(parts).map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${name === 'file' ? '; filename="figures.csv"\r\ncontent-type: text/csv' : ''}\r\n\r\n${value}\r\n`,
    ),
    `--${boundary}--\r\n`,
  ].join('')
  return app.inject({
    method: 'POST',
    url: '/api/v1/imports',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  })
}

function editorToken(): string {
  const now = services.now()
  addUser(store, 'editor', 'admin', now)
  const owner = findUser(store.read, 'editor')
  if (owner === undefined) throw new Error('The editor was not added.')
  const { id, name, role } = owner
  const who = { id, name, role, through: 'session', credential: 0 } as const
  return store.write((tx) => createToken(tx, who, { label: 'tests', scope: 'write', days: 1 }, now))
    .token
}
