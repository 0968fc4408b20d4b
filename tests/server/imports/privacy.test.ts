import type { Import } from '@muster/shared/contract/import'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'
import { CLIENT_DIST } from '../../support/browser.ts'
import { importDoor, signedIn, uploadOf } from '../../support/import-door.ts'

const site = await openTestApp({ clientDist: CLIENT_DIST })
const author = await signedIn(site, 'Ana Author', 'editor')
const ana = importDoor(site, author)
const rob = importDoor(site, await signedIn(site, 'Rob Reader', 'reader'))

/** A file of the wrong department: nobody but its editors may learn a word of it. */
const SECRET = 'Jane Doe, dismissed'
const upload = async (source: string, text: string): Promise<Import> => {
  const { headers, payload } = uploadOf(source, text, `${SECRET}.csv`)
  const given = { method: 'POST', url: '/api/v1/imports', payload } as const
  return (await site.app.inject({ ...given, headers: { ...headers, ...author } })).json<Import>()
}

const PLACES = [
  '/imports',
  '/imports/ID',
  '/imports/ID/names',
  '/imports/ID/mapping',
  '/imports/ID/findings.csv',
  '/imports/aliases',
]

describe('an upload that is not in the figures', async () => {
  const stopped = await upload('muster-template', `name,reason\n${SECRET},${SECRET}\n`)

  test('is there for its editors, with what was found', async () => {
    expect(stopped.state).toBe('stopped')
    expect((await ana.get(`/imports/${stopped.id}`)).json<Import>().fileName).toContain(SECRET)
    const list = (await ana.get('/imports')).json<Import[]>()
    expect(list.map(({ id }) => id)).toContain(stopped.id)
  })

  test.each(PLACES)('says nothing to a stranger or a reader at %s', async (place) => {
    const path = place.replace('ID', String(stopped.id))
    for (const answer of [await site.get(`/api/v1${path}`), await rob.get(path)]) {
      expect(answer.body).not.toContain('Jane Doe')
      expect(answer.body).not.toContain('Ana Author')
      if (place !== '/imports') expect([401, 403, 404]).toContain(answer.statusCode)
      else expect(answer.json<Import[]>().map(({ id }) => id)).not.toContain(stopped.id)
    }
  })

  test('is no page for a stranger, and never one that was kept from its editor', async () => {
    const { cookie } = await signedIn(site, 'Eve Editor', 'editor')
    const own = await site.get(`/imports/${stopped.id}`, { cookie })
    expect(own.body.includes('Jane Doe')).toBe(true)
    expect(own.headers['cache-control']).toBe('no-store')
    const other = await site.get(`/imports/${stopped.id}`)
    expect(other.statusCode).toBe(404)
    expect(other.body.includes('Jane Doe')).toBe(false)
  })
})

describe('an import that is in the figures', async () => {
  const { id } = await upload(
    'police-force-strength',
    'Date,Police Officer Strength,Police Staff Strength,PCSO Strength\nJul-26,31011,11500,1366\nAug-26,30990,11490,1360\n',
  )
  await ana.post(`/imports/${id}/commit`, { ticks: [] })

  test('shows everybody source, dates and counts, and nothing of the file or of people', async () => {
    const whole = (await ana.get(`/imports/${id}`)).json<Import>()
    expect(whole).toMatchObject({ state: 'committed', createdBy: 'Ana Author' })
    const { body, ...answer } = await site.get(`/api/v1/imports/${id}`)
    expect(answer.statusCode).toBe(200)
    expect(JSON.parse(body)).toMatchObject({
      state: 'committed',
      sourceTitle: whole.sourceTitle,
      diff: whole.diff,
      fileName: null,
      sha256: null,
      createdBy: null,
      committedBy: null,
    })
    expect(body).not.toMatch(/Jane Doe|Ana Author/)
  })
})
