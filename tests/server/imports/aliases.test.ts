/** Names that stop an import: the nearest are offered, a choice is kept, and the file is read again. */
import type { AuditPage } from '@muster/shared/contract/account'
import type { AliasChoice, Import, UnknownName } from '@muster/shared/contract/import'
import type { SeriesReply } from '@muster/shared/contract/series'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'
import { importDoor, signedIn, uploadOf } from '../../support/import-door.ts'

const site = await openTestApp()
const ana = importDoor(site, await signedIn(site, 'Ana', 'editor'))
const cat = importDoor(site, await signedIn(site, 'Cat', 'checker'))
const rob = importDoor(site, await signedIn(site, 'Rob', 'reader'))
const HARINGEY = 'E09000014'

const HEADINGS = 'metric,basis,area,date,value,missing,trust,flags,where,note'
const file = (area: string, date: string) =>
  [HEADINGS, `officers,fte,${area},${date},690,,primary,,Page 1,`].join('\n')

describe('a name that no register knows', { timeout: 60_000 }, () => {
  test('stops the import once, with three near names that carry their codes', async () => {
    const text = [
      HEADINGS,
      'officers,fte,Harringay Town,2025-01,690,,primary,,Page 1,',
      'officers,fte,HARRINGAY  TOWN,2025-02,691,,primary,,Page 1,',
      'oficers,fte,NA,2025-01,1290,,primary,,Page 1,',
    ].join('\n')
    const stopped = await ana.check('muster-template', text)
    expect(stopped.state).toBe('stopped')
    const names = (await ana.get(`/imports/${stopped.id}/names`)).json<UnknownName[]>()
    expect(names.map(({ kind, alias, count, cell }) => [kind, alias, count, cell])).toEqual([
      ['area', 'Harringay Town', 2, 'C2'],
      ['metric', 'oficers', 1, 'A4'],
    ])
    expect(names[0]?.nearest.length).toBeLessThanOrEqual(3)
    expect(names[0]?.nearest).toContainEqual({ target: HARINGEY, name: 'Haringey (borough)' })
    expect(names[1]?.nearest[0]).toEqual({ target: 'officers', name: 'Police officers' })
  })

  test('once explained lets the same import through, and every later file', async () => {
    const stopped = await ana.check('muster-template', file('Harringay Council', '2025-03'))
    const choice = { kind: 'area', alias: 'Harringay Council', target: HARINGEY }
    expect((await ana.post('/imports/aliases', choice)).statusCode).toBe(200)
    const again = (await ana.post(`/imports/${stopped.id}/recheck`)).json<Import>()
    expect(again).toMatchObject({ id: stopped.id, state: 'checked', stopCount: 0 })
    expect(again.diff.added).toBe(1)
    await ana.post(`/imports/${again.id}/commit`, { digest: again.digest })
    const { series } = await site.json<SeriesReply>(
      `/series?metric=officers&basis=fte&areas=${HARINGEY}&from=2025-03&to=2025-03&source=muster-template`,
    )
    expect(series[0]?.points.map(({ date, value }) => [date, value])).toEqual([['2025-03', 690]])
    const later = await ana.check('muster-template', file('harringay council', '2025-04'))
    expect(later.state).toBe('checked')
  })

  test('chosen anew replaces what was chosen before, and forgotten it stops again', async () => {
    const choose = (target: string | null) =>
      ana.post('/imports/aliases', { kind: 'area', alias: 'North  Place', target })
    await choose(HARINGEY)
    await ana.post('/imports/aliases', { kind: 'area', alias: 'north place', target: 'E09000010' })
    const choices = (await ana.get('/imports/aliases')).json<AliasChoice[]>()
    expect(choices.filter(({ alias }) => /north\s+place/i.test(alias))).toMatchObject([
      {
        alias: 'north place',
        target: 'E09000010',
        targetName: 'Enfield (borough)',
        chosenBy: 'Ana',
      },
    ])
    expect(
      (await choose(null)).json<AliasChoice[]>().some(({ alias }) => alias === 'north place'),
    ).toBe(false)
    expect((await ana.check('muster-template', file('North Place', '2025-05'))).state).toBe(
      'stopped',
    )
  })

  test('is explained by an editor only, with a target that exists, and the log says who', async () => {
    const choice = { kind: 'area', alias: 'Nowhere Park', target: HARINGEY }
    expect((await rob.post('/imports/aliases', choice)).statusCode).toBe(403)
    const wrong = await ana.post('/imports/aliases', { ...choice, target: 'E09999999' })
    expect(wrong.json<{ type: string }>().type).toBe('/problems#unknown-area')
    expect((await ana.post('/imports/aliases', { ...choice, alias: ' – ' })).statusCode).toBe(400)
    await ana.post('/imports/aliases', choice)
    const log = await cat.get(`/audit?subject=${encodeURIComponent('area-name:Nowhere Park')}`)
    expect(log.json<AuditPage>().entries).toHaveLength(1)
    expect(log.json<AuditPage>().entries[0]).toMatchObject({
      by: 'Ana',
      action: 'import.choose-alias',
      subject: 'area-name:Nowhere Park',
      detail: { target: HARINGEY, before: [] },
    })
  })

  test('given another meaning between check and commit refuses the commit and writes nothing', async () => {
    const alias = 'Green Quarter'
    await ana.post('/imports/aliases', { kind: 'area', alias, target: HARINGEY })
    const checked = await ana.check('muster-template', file(alias, '2025-06'))
    await ana.post('/imports/aliases', { kind: 'area', alias, target: 'E09000010' })
    const version = site.services.register().dataVersion
    const refused = await ana.post(`/imports/${checked.id}/commit`, { digest: checked.digest })
    expect(refused.statusCode).toBe(409)
    expect(site.services.register().dataVersion).toBe(version)
    const again = (await ana.post(`/imports/${checked.id}/recheck`)).json<Import>()
    const ticks = again.ticks.map(({ code }) => ({ code, reason: 'As agreed' }))
    const body = { ticks, digest: again.digest }
    const done = await ana.post(`/imports/${checked.id}/commit`, body)
    expect(done.json<Import>().state).toBe('committed')
    expect((await ana.post(`/imports/${checked.id}/recheck`)).statusCode).toBe(409)
  })
})

describe('the plain forms', { timeout: 60_000 }, () => {
  test('bring a file in, explain its names, commit and undo it without script', async () => {
    const up = uploadOf('muster-template', file('Harringay Manor', '2025-07'))
    const person = await signedIn(site, 'Eve', 'editor')
    const sent = await site.app.inject({
      method: 'POST',
      url: '/imports',
      headers: { ...up.headers, ...person },
      payload: up.payload,
    })
    expect(sent.statusCode).toBe(303)
    const page = String(sent.headers.location)
    expect(page).toMatch(/^\/imports\/\d+$/)
    const eve = importDoor(site, person)
    const state = async () => (await eve.get(page)).json<Import>().state
    expect(await state()).toBe('stopped')
    const names = [
      // The nearest that stands chosen, then another of the list of all: the last one counts.
      ['area:Harringay Manor', 'E09000010'],
      ['area:Harringay Manor', HARINGEY],
      ['area:Harringay Manor', ''],
    ] as const
    expect((await eve.form(`${page}/names`, names)).headers.location).toBe(page)
    expect(await state()).toBe('checked')
    const choices = (await eve.get('/imports/aliases')).json<AliasChoice[]>()
    expect(choices.find(({ alias }) => alias === 'Harringay Manor')?.target).toBe(HARINGEY)
    const { ticks, digest } = (await eve.get(page)).json<Import>()
    const reasons = ticks.map(({ code }) => [`reason:${code}`, 'As agreed'] as const)
    const fields = [['digest', digest] as const, ...reasons]
    expect((await eve.form(`${page}/commit`, fields)).headers.location).toBe(page)
    expect(await state()).toBe('committed')
    expect((await eve.form(`${page}/undo`, [])).headers.location).toBe(page)
    expect(await state()).toBe('undone')
  })

  test('lead a stranger to the sign-in and a fault back to its page', async () => {
    const up = uploadOf('no-such-source', file('NA', '2025-08'))
    const send = (headers: Record<string, string>) =>
      site.app.inject({
        method: 'POST',
        url: '/imports',
        headers: { ...up.headers, host: 'muster.test', ...headers },
        payload: up.payload,
      })
    expect((await send({})).headers.location).toBe('/sign-in?next=%2Fimports')
    const eve = await signedIn(site, 'Eva', 'editor')
    expect((await send(eve)).headers.location).toBe('/imports?fault=unknown-source')
    expect((await send({ ...eve, origin: 'http://elsewhere.test' })).headers.location).toBe(
      '/imports?fault=forbidden',
    )
  })

  test('keep a commit back that lacks its reason', async () => {
    const strength =
      'Date,Police Officer Strength,Police Staff Strength,PCSO Strength\nSep-26,20000,9,1'
    const checked = await ana.check('police-force-strength', strength)
    expect(checked.ticks.length).toBeGreaterThan(0)
    const page = `/imports/${checked.id}`
    expect((await ana.form(`${page}/commit`, [])).headers.location).toBe(`${page}?fault=conflict`)
    const reasons = checked.ticks.map(({ code }) => [`reason:${code}`, 'Confirmed'] as const)
    const given = [...new Map(reasons)]
    expect((await ana.form(`${page}/commit`, given)).headers.location).toBe(page)
  })
})
