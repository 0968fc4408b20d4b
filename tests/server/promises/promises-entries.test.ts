import { audit } from '@muster/server/platform/db/schema'
import type { Ledger } from '@muster/shared/contract/ledger'
import type { PromiseDetail } from '@muster/shared/contract/promise'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'
import { type Person, signUp } from '../../support/people.ts'

describe('what is entered about a promise', async () => {
  const site = await openTestApp()
  const { app, store, json } = site
  const editor = await signUp(site, 'Ed', 'editor')
  const checker = await signUp(site, 'Chris', 'checker')
  const reader = await signUp(site, 'Rita', 'reader')

  const send = async (
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    person: Person | null,
    payload?: Record<string, unknown>,
  ) => {
    const response = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...person },
      ...(payload === undefined ? {} : { payload }),
    })
    return { status: response.statusCode, body: response.json() as PromiseDetail }
  }
  const lastAudit = () => store.read.select().from(audit).all().at(-1)
  const version = async () => (await json<Ledger>('/ledger')).dataVersion
  const patchOf = (text: string) => Number(text.split('.')[2])

  describe('a question', () => {
    const path = '/promises/pcso-2023-500/questions'
    const asked = { kind: 'foi', to: 'Metropolitan Police Service', askedOn: '2026-11-02' }

    test('is due 20 working days after it was asked', async () => {
      const before = patchOf(await version())
      const { status, body } = await send('POST', path, editor, asked)
      expect(status).toBe(201)
      expect(body.questions).toMatchObject([
        { kind: 'foi', askedOn: '2026-11-02', dueOn: '2026-11-30', daysWaiting: 20, by: 'Ed' },
      ])
      expect(body.asked).toMatchObject({ due: '2026-11-30', daysWaiting: 20, answeredOn: null })
      expect(patchOf(await version())).toBe(before + 1)
      expect(lastAudit()).toMatchObject({
        by: 'Ed',
        action: 'mark-asked',
        subject: 'promise:pcso-2023-500',
      })
    })

    // Good Friday and Easter Monday 2026, both holidays of May; Christmas, Boxing Day (a Saturday,
    // given on the Monday) and New Year's Day.
    test.each([
      ['2026-04-01', '2026-05-01'],
      ['2026-04-20', '2026-05-19'],
      ['2025-12-12', '2026-01-14'],
    ])(
      'asked on %s leaves out the bank holidays of England and Wales: %s',
      async (askedOn, dueOn) => {
        const { body } = await send('POST', '/promises/tct-2021-500/questions', editor, {
          ...asked,
          askedOn,
        })
        expect(body.questions.find((question) => question.askedOn === askedOn)?.dueOn).toBe(dueOn)
      },
    )

    test('waits on the ledger until it is answered, and stops counting then', async () => {
      const row = async () =>
        (await json<Ledger>('/ledger')).promises.find(({ id }) => id === 'pcso-2023-500')
      expect((await row())?.asked).toMatchObject({ on: '2026-11-02', daysWaiting: 20 })
      const [question] = (await json<PromiseDetail>('/promises/pcso-2023-500')).questions
      const { status } = await send('PATCH', `${path}/${question?.id}`, editor, {
        answeredOn: '2026-11-12',
      })
      expect(status).toBe(200)
      expect((await row())?.asked).toMatchObject({ answeredOn: '2026-11-12', daysWaiting: 10 })
    })

    test('on a day before it was asked is not there', async () => {
      const then = await json<PromiseDetail>('/promises/pcso-2023-500?at=2026-11-01')
      expect(then.questions).toEqual([])
      expect(then.asked).toBeNull()
    })

    test('cannot be answered before it was asked, nor be asked in the future', async () => {
      const [question] = (await json<PromiseDetail>('/promises/pcso-2023-500')).questions
      const early = { answeredOn: '2026-10-01' }
      expect((await send('PATCH', `${path}/${question?.id}`, editor, early)).status).toBe(400)
      expect((await send('POST', path, editor, { ...asked, askedOn: '2026-11-23' })).status).toBe(
        400,
      )
      expect((await send('PATCH', `${path}/999`, editor, { answeredOn: null })).status).toBe(404)
    })

    test('is refused from a stranger, a reader, and with a field that is not known', async () => {
      expect((await send('POST', path, null, asked)).status).toBe(401)
      expect((await send('POST', path, reader, asked)).status).toBe(403)
      expect((await send('POST', path, editor, { ...asked, due: '2030-01-01' })).status).toBe(400)
      expect((await send('POST', '/promises/nothing/questions', editor, asked)).status).toBe(404)
    })
  })

  describe('an override', () => {
    const path = '/promises/pcso-2023-1600/overrides'
    const given = { status: 'kept', reason: 'Recruits count, whoever left.' }

    test('stands beside the computed status and changes no count', async () => {
      const before = await json<Ledger>('/ledger')
      const { status, body } = await send('POST', path, checker, given)
      expect(status).toBe(201)
      expect(body.status).toBe('broken')
      expect(body.override).toMatchObject({ status: 'kept', by: 'Chris', on: '2026-11-22' })
      const after = await json<Ledger>('/ledger')
      expect(after.counts).toEqual(before.counts)
      expect(after.promises.map(({ id }) => id)).toEqual(before.promises.map(({ id }) => id))
      expect(lastAudit()).toMatchObject({ by: 'Chris', action: 'override' })
    })

    test('takes the place of the one before, which stays on record, until it is ended', async () => {
      const { body } = await send('POST', path, checker, { ...given, status: 'behind' })
      expect(body.override?.status).toBe('behind')
      expect(body.overrides.map(({ endedOn }) => endedOn)).toEqual(['2026-11-22', null])
      const { body: after } = await send('DELETE', `${path}/${body.override?.id}`, checker)
      expect(after.override).toBeNull()
      expect(after.overrides).toHaveLength(2)
      expect((await send('DELETE', path, checker)).status).toBe(404)
    })

    test('needs a checker and a reason', async () => {
      expect((await send('POST', path, editor, given)).status).toBe(403)
      expect((await send('POST', path, checker, { ...given, reason: ' ' })).status).toBe(400)
      expect((await send('POST', path, checker, { ...given, status: 'fine' })).status).toBe(400)
    })
  })

  describe('events', () => {
    const PROMISE = 'nmfl-2023-events-2'
    const path = `/promises/${PROMISE}/events`
    const event = (area: string, date: string, more = {}) => ({
      area,
      date,
      what: 'Public meeting with the police',
      evidence: 'Haringey Community Press, 21 July 2023',
      ...more,
    })
    const [haringey, enfield] = ['E09000014', 'E09000010']
    const readingOf = ({ readings }: PromiseDetail, area = haringey) =>
      readings.find(({ reading }) => reading.area === area)?.verdict

    test('not entered are not published, never zero', async () => {
      const promise = await json<PromiseDetail>(`/promises/${PROMISE}`)
      expect(promise.takesEvents).toBe(true)
      expect(readingOf(promise)).toMatchObject({ rule: 'no-series', now: null })
    })

    test('fewer than promised decide nothing while the list may be longer', async () => {
      const { status, body } = await send('POST', path, editor, event(haringey, '2023-07-18'))
      expect(status).toBe(201)
      expect(readingOf(body)).toMatchObject({
        status: 'cannot-be-checked',
        reason: 'not-published-for-this-area',
        now: null,
      })
      expect(lastAudit()).toMatchObject({ action: 'enter-evidence', by: 'Ed' })
    })

    test('as many as promised by the due date keep it, each part by its own area', async () => {
      await send('POST', path, editor, event(haringey, '2023-11-30'))
      const { body } = await send('POST', path, editor, event(haringey, '2024-02-01'))
      expect(readingOf(body)).toMatchObject({ status: 'kept', now: { value: 2 } })
      expect(readingOf(body, enfield)?.status).toBe('cannot-be-checked')
      expect(body.status).toBe('cannot-be-checked')
    })

    test('count for another promise about the same events', async () => {
      const four = await json<PromiseDetail>('/promises/nmfl-2023-events-4')
      expect(readingOf(four)).toMatchObject({ rule: 'missing-at-due' })
      const path4 = '/promises/nmfl-2023-events-4/events'
      const { body } = await send('POST', path4, editor, event(haringey, '2024-06-01'))
      expect(readingOf(body)).toMatchObject({ status: 'kept', now: { value: 4 } })
    })

    test('too few are a miss once somebody states that the list is complete', async () => {
      await send('POST', path, editor, event(enfield, '2023-09-05'))
      const { body } = await send('POST', path, editor, {
        ...event(enfield, '2023-12-31'),
        kind: 'complete',
        what: 'List of the council’s engagement team',
      })
      expect(readingOf(body, enfield)).toMatchObject({
        status: 'broken',
        now: { value: 1 },
        gap: -1,
      })
      expect(body.status).toBe('broken')
    })

    test('withdrawn stay on the page and no longer count', async () => {
      const promise = await json<PromiseDetail>(`/promises/${PROMISE}`)
      const complete = promise.events.find(({ kind }) => kind === 'complete')
      const { body } = await send('DELETE', `${path}/${complete?.id}`, editor)
      expect(body.events).toHaveLength(promise.events.length)
      expect(body.events.find(({ id }) => id === complete?.id)?.withdrawnOn).toBe('2026-11-22')
      expect(readingOf(body, enfield)?.status).toBe('cannot-be-checked')
      expect((await send('DELETE', `${path}/${complete?.id}`, editor)).status).toBe(404)
    })

    test('unverified decide nothing and say what they would say', async () => {
      const { body } = await send('POST', path, editor, {
        ...event(enfield, '2023-10-10'),
        trust: 'unverified',
      })
      expect(readingOf(body, enfield)).toMatchObject({
        status: 'cannot-be-checked',
        reason: 'not-verified',
        unverified: { status: 'kept' },
      })
    })

    test('that were entered later were not known before', async () => {
      const then = await json<PromiseDetail>(`/promises/${PROMISE}?asOf=2026-11-21`)
      expect(readingOf(then)).toMatchObject({ rule: 'no-series' })
    })

    test('are refused where nothing counts them', async () => {
      const elsewhere = '/promises/pcso-2023-500/events'
      expect((await send('POST', elsewhere, editor, event(haringey, '2023-07-18'))).status).toBe(
        400,
      )
      expect((await send('POST', path, editor, event('E09000003', '2023-07-18'))).status).toBe(400)
      const script = { ...event(haringey, '2023-07-18'), url: 'javascript:alert(1)' }
      expect((await send('POST', path, editor, script)).status).toBe(400)
      expect((await send('POST', path, reader, event(haringey, '2023-07-18'))).status).toBe(403)
    })
  })
})
