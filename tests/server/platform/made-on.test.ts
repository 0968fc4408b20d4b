/** Two people at the same thing: nobody signs or replaces what was never shown to them. */
import { aliasChoice, audit } from '@muster/server/platform/db/schema'
import type { UserRow } from '@muster/shared/contract/account'
import type { Endpoint } from '@muster/shared/contract/endpoint'
import { ENDPOINTS } from '@muster/shared/contract/endpoints'
import type { AliasChoice, FileMapping, Import } from '@muster/shared/contract/import'
import type { Problem } from '@muster/shared/contract/problem'
import type { PromiseDetail } from '@muster/shared/contract/promise'
import type { Review } from '@muster/shared/contract/review'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'
import { importDoor, PASSWORD, signedIn } from '../../support/import-door.ts'

const site = await openTestApp()
const ana = await signedIn(site, 'Ana', 'editor')
const ben = await signedIn(site, 'Ben', 'checker')
const rex = await signedIn(site, 'Rex', 'admin')
const door = importDoor(site, ana)

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

const ask = async <Reply = Problem>(
  person: Record<string, string>,
  method: Method,
  path: string,
  payload?: object,
): Promise<{ status: number; body: Reply }> => {
  const response = await site.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: person,
    ...(payload === undefined ? {} : { payload }),
  })
  const { statusCode: status } = response
  return { status, body: response.json<Reply>() }
}

const on = (path: string, version: string) => `${path}?version=${version}`
const entries = () => site.store.read.select().from(audit).all().length

/** Refused with both texts, and nothing is written: neither the change nor an entry of the log. */
const expectRefused = async (
  sent: () => Promise<{ status: number; body: unknown }>,
  texts: { current: string; given?: string },
): Promise<Problem> => {
  const before = entries()
  const { status, body: reply } = await sent()
  const body = reply as Problem
  expect([status, body.type]).toEqual([409, '/problems#changed-meanwhile'])
  expect(body.current?.text.join(' ')).toContain(texts.current)
  expect(body.given?.text.join(' ') ?? '').toContain(texts.given ?? '')
  expect(entries()).toBe(before)
  return body
}

test('every write says on what it is made, but those that make something new or end one’s own', () => {
  const writes = (ENDPOINTS as readonly Endpoint[]).filter(({ method }) => method !== 'GET')
  expect(
    writes
      .filter((each) => each.on === undefined)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(NEW)
  expect(
    writes
      .filter((each) => each.on !== undefined)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(MADE_ON)
})

describe('a review', () => {
  const QUARTER = '2023-Q4'
  const path = `/reviews/${QUARTER}`
  const draft = async () => (await ask<Review>(ana, 'GET', `/review-drafts/${QUARTER}`)).body
  const change = (person: Record<string, string>, version: string, body: object) =>
    ask<Review>(person, 'PATCH', on(path, version), body)

  beforeAll(async () => {
    await ask(ana, 'POST', '/reviews', { quarter: QUARTER })
    await ask(ana, 'PATCH', path, { commentary: ['The words that Ben reads.'] })
  })

  test('is not signed in words that came after those that were read', async () => {
    const shown = await draft()
    await change(ana, shown.version, { commentary: ['Words that Ben never saw.'] })
    await expectRefused(() => change(ben, shown.version, { state: 'checked' }), {
      current: 'Words that Ben never saw.',
      given: 'state: checked',
    })
    expect((await draft()).status).toBe('draft')
    const checked = await change(ben, (await draft()).version, { state: 'checked' })
    expect(checked.body.signed.checkedBy).toBe('Ben')
  })

  test('keeps the paragraph of the first of two editors, and the second one’s in the answer', async () => {
    const shown = await draft()
    await change(ana, shown.version, { commentary: ['A paragraph of Ana’s.'] })
    const problem = await expectRefused(
      () => change(ben, shown.version, { commentary: ['A paragraph of Ben’s.'] }),
      { current: 'A paragraph of Ana’s.', given: 'A paragraph of Ben’s.' },
    )
    expect((await draft()).commentary.map(({ text }) => text)).toEqual(['A paragraph of Ana’s.'])
    const both = await change(ben, problem.current?.version ?? '', {
      commentary: ['A paragraph of Ana’s.', 'A paragraph of Ben’s.'],
    })
    expect(both.status).toBe(200)
  })

  test('is not published nor withdrawn on a state that is past', async () => {
    const cleo = await signedIn(site, 'Cleo', 'checker')
    const shown = await draft()
    const checked = await change(cleo, shown.version, { state: 'checked' })
    await expectRefused(() => change(ben, shown.version, { state: 'published' }), {
      current: 'Checked, not published, edition 1',
    })
    const published = await change(ben, checked.body.version, { state: 'published' })
    expect(published.body.status).toBe('published')
    expect((await ask<Review>(ana, 'GET', path)).body.version).toBe(published.body.version)
    await ask(ana, 'POST', '/reviews', { quarter: QUARTER })
    await change(cleo, (await draft()).version, { state: 'checked' })
    await change(ben, (await draft()).version, { state: 'published' })
    await expectRefused(
      () =>
        change(ben, published.body.version, {
          state: 'withdrawn',
          reason: 'Of the first edition.',
        }),
      { current: 'edition 2', given: 'Of the first edition.' },
    )
  })
})

describe('a promise', () => {
  const path = '/promises/pcso-2023-500'
  const shown = async () => (await ask<PromiseDetail>(ana, 'GET', path)).body
  const asked = { kind: 'letter', to: 'The force', askedOn: '2026-11-02' }

  test('has the same version on the page of any day', async () => {
    const { version } = await shown()
    for (const query of ['?at=2024-03-31', '?asOf=2025-01-31'])
      expect((await ask<PromiseDetail>(ana, 'GET', path + query)).body.version).toBe(version)
  })

  test('takes no override beside what was entered after it was read', async () => {
    const { version } = await shown()
    const first = { status: 'kept', reason: 'Ben says that it was delivered.' }
    expect((await ask(ben, 'POST', on(`${path}/overrides`, version), first)).status).toBe(201)
    await expectRefused(
      () =>
        ask(rex, 'POST', on(`${path}/overrides`, version), {
          status: 'broken',
          reason: 'Rex says that it was not.',
        }),
      { current: 'Ben says that it was delivered.', given: 'reason: Rex says that it was not.' },
    )
    for (const end of ['/overrides', `/overrides/${(await shown()).override?.id}`])
      await expectRefused(() => ask(rex, 'DELETE', on(path + end, version)), {
        current: 'Ben says that it was delivered.',
      })
    const ended = await ask(rex, 'DELETE', on(`${path}/overrides`, (await shown()).version))
    expect(ended.status).toBe(200)
  })

  test('takes no question and no answer beside what was entered after it was read', async () => {
    const { version } = await shown()
    expect((await ask(ana, 'POST', on(`${path}/questions`, version), asked)).status).toBe(201)
    await expectRefused(() => ask(ben, 'POST', on(`${path}/questions`, version), asked), {
      current: 'Question to The force, asked on 2 November 2026, entered by Ana.',
      given: 'to: The force',
    })
    const { questions } = await shown()
    await expectRefused(
      () =>
        ask(ben, 'PATCH', on(`${path}/questions/${questions[0]?.id}`, version), {
          answeredOn: '2026-11-20',
        }),
      { current: 'entered by Ana', given: 'answeredOn: 2026-11-20' },
    )
  })

  test('takes no event, nor its withdrawal, beside what was entered after it was read', async () => {
    const promises = (await ask<PromiseDetail[]>(ana, 'GET', '/promises')).body
    const found = promises.find(({ takesEvents }) => takesEvents)
    const of = `/promises/${found?.id}`
    const event = {
      area: found?.readings[0]?.reading.area,
      date: '2026-07-18',
      what: 'A public meeting',
      evidence: 'Minutes',
    }
    const version = found?.version ?? ''
    const entered = await ask<PromiseDetail>(ana, 'POST', on(`${of}/events`, version), event)
    expect(entered.status).toBe(201)
    await expectRefused(() => ask(ben, 'POST', on(`${of}/events`, version), event), {
      current: 'A public meeting, entered by Ana',
      given: 'what: A public meeting',
    })
    const { id } = entered.body.events[0] ?? {}
    await expectRefused(() => ask(ben, 'DELETE', on(`${of}/events/${id}`, version)), {
      current: 'A public meeting',
    })
  })
})

describe('an import', { timeout: 60_000 }, () => {
  const HEADINGS = 'metric,basis,area,date,value,missing,trust,flags,where,note'
  const rows = (area: string, date: string) =>
    [HEADINGS, `officers,fte,${area},${date},690,,primary,,Page 1,`].join('\n')
  const now = async (id: number) => (await ask<Import>(ana, 'GET', `/imports/${id}`)).body

  test('is not committed, undone or checked again on a state that is past', async () => {
    const checked = await door.check('muster-template', rows('NA', '2025-01'))
    const at = `/imports/${checked.id}`
    const ticks = checked.ticks.map(({ code }) => ({ code, reason: 'As agreed' }))
    const done = await ask<Import>(ben, 'POST', on(`${at}/commit`, checked.version), { ticks })
    expect(done.body.state).toBe('committed')
    for (const verb of ['commit', 'undo', 'recheck'])
      await expectRefused(() => ask(ana, 'POST', on(`${at}/${verb}`, checked.version), {}), {
        current: `Import ${checked.id} is committed, committed by Ben`,
      })
    expect((await ask(ana, 'POST', on(`${at}/undo`, done.body.version))).status).toBe(200)
  })

  test('waits behind another write and is then refused, not made on what that one left', async () => {
    const checked = await door.check('muster-template', rows('NA', '2025-02'))
    const at = `/imports/${checked.id}`
    const send = (verb: string) => ask(ana, 'POST', on(`${at}/${verb}`, checked.version), {})
    const [first, second] = await Promise.all([send('commit'), send('recheck')])
    expect([first.status, second.status]).toEqual([200, 409])
    expect(second.body.current?.text[0]).toContain('is committed')
  })

  test('takes no meaning of a name that somebody else explained meanwhile', async () => {
    const stopped = await door.check('muster-template', rows('Two Minds Place', '2025-03'))
    const choice = { kind: 'area', alias: 'Two Minds Place', target: 'E09000014' }
    await ask(ben, 'POST', '/imports/aliases', choice)
    await expectRefused(
      () =>
        ask(ana, 'POST', on(`/imports/${stopped.id}/names`, stopped.version), {
          choices: [{ ...choice, target: 'E09000010' }],
        }),
      { current: '“Two Minds Place” means Haringey (borough) (Ben', given: 'E09000010' },
    )
    const known = (await ask<AliasChoice[]>(ana, 'GET', '/imports/aliases')).body
    const shown = known.find(({ alias }) => alias === choice.alias)?.version ?? ''
    const alias = (target: string | null) =>
      ask(ana, 'POST', on('/imports/aliases', shown), { ...choice, target })
    expect((await alias('E09000010')).status).toBe(200)
    await expectRefused(() => alias(null), { current: 'means Enfield (borough) (Ana' })
    const [row] = site.store.read.select().from(aliasChoice).all()
    expect(row?.target).toBe('E09000010')
  })

  test('takes no mapping over one that was saved meanwhile, by another file of the source', async () => {
    const text = ['Place,Month,In post', 'Haringey,2026-01,640'].join('\n')
    const [one, two] = [
      await door.check('mps-ward-officers-mean', text),
      await door.check('mps-ward-officers-mean', `${text}\nEnfield,2026-01,612`),
    ]
    const mapping: FileMapping = {
      sheet: '',
      headingRow: 1,
      columns: { area: 1, date: 2, value: 3 },
      constants: { metric: 'officers', basis: 'fte', trust: 'secondary' },
      missingMarks: {},
    }
    const map = (made: Import, changes: Partial<FileMapping>) =>
      ask<Import>(ana, 'POST', on(`/imports/${made.id}/mapping`, made.version), {
        mapping: { ...mapping, ...changes },
      })
    expect((await map(one, {})).status).toBe(200)
    await expectRefused(() => map(two, { missingMarks: { '..': 'x' } }), {
      current: `Import ${two.id} is stopped.`,
      given: 'mapping, missingMarks, ..: x',
    })
    expect((await map(await now(two.id), {})).status).toBe(200)
  })

  test('by a form without script: both texts, all that was typed, and the way on', async () => {
    const strength =
      'Date,Police Officer Strength,Police Staff Strength,PCSO Strength\nSep-26,20001,9,1'
    const checked = await door.check('police-force-strength', strength)
    const { code = '' } = checked.ticks[0] ?? {}
    const page = `/imports/${checked.id}`
    const form = (query: string, fields: Record<string, string>) =>
      site.app.inject({
        method: 'POST',
        url: `${page}/commit${query}`,
        headers: { ...ana, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      })
    const typed = { [`reason:${code}`]: 'Confirmed by <Ana> on the "phone"' }
    const blind = await form('', typed)
    expect(blind.headers.location).toBe(`${page}?fault=version-needed`)
    await ask(ben, 'POST', `${page}/commit`, {
      ticks: checked.ticks.map((tick) => ({ code: tick.code, reason: 'Ben knows.' })),
    })
    const refused = await form(`?version=${checked.version}`, typed)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain(`${code}: Ben knows. (Ben)`)
    const { version } = await now(checked.id)
    expect(refused.body).toContain(`action="${page}/commit?version=${version}"`)
    expect(refused.body).toContain(
      `name="reason:${code}" rows="2">Confirmed by &lt;Ana&gt; on the &quot;phone&quot;</textarea>`,
    )
    expect(refused.body).toContain(`<a href="${page}">Leave it as it stands</a>`)
    expect((await form(`?version=${version}`, typed)).statusCode).toBe(303)
  })
})

describe('an account', () => {
  test('is not changed, nor given a link, on a state that another administrator changed', async () => {
    await signedIn(site, 'Uma', 'editor')
    const row = async () =>
      (await ask<UserRow[]>(rex, 'GET', '/users')).body.find(({ name }) => name === 'Uma')
    const version = (await row())?.version ?? ''
    await ask(rex, 'PATCH', on('/users/Uma', version), { disabled: true })
    await expectRefused(() => ask(rex, 'PATCH', on('/users/Uma', version), { role: 'admin' }), {
      current: 'Uma: editor, disabled.',
      given: 'role: admin',
    })
    await expectRefused(() => ask(rex, 'POST', on('/users/Uma/invitation', version)), {
      current: 'disabled',
    })
  })

  test('is the same after a wrong password', async () => {
    await signedIn(site, 'Vic', 'editor')
    const version = async () =>
      (await ask<UserRow[]>(rex, 'GET', '/users')).body.find(({ name }) => name === 'Vic')?.version
    const before = await version()
    await ask({ host: 'muster.test' }, 'POST', '/session', {
      name: 'Vic',
      password: `${PASSWORD}!`,
    })
    expect(await version()).toBe(before)
  })
})

test('a program that does not say what it saw writes on what stands', async () => {
  const path = '/promises/pcso-2023-500/overrides'
  const body = { status: 'kept', reason: 'By a program.' }
  expect((await ask(ben, 'POST', path, body)).status).toBe(201)
})

const NEW = [
  'acceptInvitation',
  'beginReview',
  'changePassword',
  'createToken',
  'inviteUser',
  'previewMapping',
  'revokeToken',
  'signIn',
  'signOut',
  'uploadImport',
]
const MADE_ON = [
  'answerQuestion',
  'askQuestion',
  'changeReview',
  'changeUser',
  'chooseAlias',
  'commitImport',
  'endOverride',
  'endOverrides',
  'enterEvent',
  'explainNames',
  'recheckImport',
  'renewInvitation',
  'saveMapping',
  'setOverride',
  'undoImport',
  'withdrawEvent',
]
