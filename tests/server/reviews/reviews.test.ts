import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { acceptInvitation, addUser } from '@muster/server/accounts/invitations'
import { bumpDataVersion } from '@muster/server/platform/db/data-version'
import { review as reviewTable } from '@muster/server/platform/db/schema'
import { Review, type ReviewRow } from '@muster/shared/contract/review'
import { PAGE_ONE_WORDS, pageOneOf } from '@muster/shared/words/reviews/page-one'
import { noRevisionSentence } from '@muster/shared/words/reviews/record-table'
import { MOST_SCREENS, screensOf } from '@muster/shared/words/reviews/screens'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, TODAY } from '../../support/app.ts'
import { bannedIn } from '../../support/banned-words.ts'

const { app, store, services, get, json } = await openTestApp()

const HOST = { host: 'muster.test', origin: 'http://muster.test' }
const people: Record<string, Record<string, string>> = {}

beforeAll(async () => {
  for (const [name, role] of [
    ['Ana', 'editor'],
    ['Ben', 'checker'],
    ['Cleo', 'checker'],
  ] as const) {
    const token = addUser(store, name, role, services.now()).split('#')[1] ?? ''
    const secret = await acceptInvitation(services, { token, password: 'correct horse battery' })
    people[name] = { ...HOST, cookie: `muster_session=${secret}` }
  }
})

const send = async (who: string, method: 'POST' | 'PATCH', path: string, payload: object) =>
  app.inject({ method, url: `/api/v1${path}`, headers: people[who] ?? HOST, payload })

const patch = (who: string, quarter: string, payload: object) =>
  send(who, 'PATCH', `/reviews/${quarter}`, payload)

const read = (quarter: string) => json<Review>(`/reviews/${quarter}`)

describe('a quarter that nobody signed', () => {
  test('is generated, says so, and is the same when it is asked again', async () => {
    const review = await read('2024-Q1')
    expect(Review.parse(review)).toEqual(review)
    expect(review).toMatchObject({ status: 'generated', edition: null, sha256: null })
    expect(review.model).toMatchObject({ from: '2024-01-01', to: '2024-03-31', asOf: null })
    expect(await read('2024-Q1')).toEqual(review)
  })

  test('counts each promise made by then once, and none that was made later', async () => {
    const { model } = await read('2024-Q1')
    const counted = model.promises.filter(({ group }) => group === 'ours' || group === 'force')
    const sum = Object.values(model.counts).reduce((all, count) => all + count, 0)
    expect(sum).toBe(counted.length)
    expect(sum + model.others).toBe(model.promises.length)
    for (const { published } of model.promises)
      expect(published.slice(0, 7) <= '2024-03').toBe(true)
  })

  test('answers in the words that docs/quarterly-review.md quotes', async () => {
    const { model } = await read('2024-Q1')
    const guide = readFileSync(
      join(import.meta.dirname, '../../../docs/quarterly-review.md'),
      'utf8',
    )
    expect(guide.replace(/\s+/g, ' ')).toContain(`Page one answers: “${model.answer}”`)
  })

  test('finds the rise of PCSOs from 1,279 to 1,369, and March without ward officers in Haringey', async () => {
    const { model } = await read('2024-Q1')
    const signal = model.findings.find(({ kind }) => kind === 'signal')
    expect(signal?.sentence).toContain(
      'PCSOs (FTE) rose from 1,279 in December 2023 to 1,369 in March 2024 (+90, +7.0%), the 7th rise in a row, faster than usual.',
    )
    expect(signal?.figures.map(({ value }) => value)).toEqual([1369, 1279])
    const haringey = model.measures.find(
      ({ counted, area }) => counted.metric === 'dedicated_ward_officers' && area === 'E09000014',
    )
    expect(haringey?.gaps).toEqual([{ date: '2024-03', missing: 'x' }])
    expect(haringey?.signal).toBeNull()
  })

  test('sees the twelfth fall in a row of the Met’s officers, though each was usual', async () => {
    const { model } = await read('2026-Q1')
    const movement = model.findings.find(({ kind }) => kind === 'movement')
    expect(movement?.sentence).toBe(
      'The Metropolitan Police: officers (FTE) fell from 31,613 in December 2025 to 31,181 in March 2026 (−432, −1.4%), the 12th fall in a row, no faster than usual. In the 24 quarters before, a change of −547.7 to +600.7 was usual. The change in twelve months, −1,832, is more than usual.',
    )
    const steady = model.findings.find(({ kind }) => kind === 'no-real-change')
    expect(steady?.sentence).not.toContain('officers')
  })

  test('claims no absence of revisions of a source of which one edition is loaded', async () => {
    const { model } = await read('2026-Q1')
    const strength = model.sources.find(({ id }) => id === 'police-force-strength')
    expect(strength?.editions).toBe(1)
    expect(noRevisionSentence({ sources: strength === undefined ? [] : [strength] })).toBe(
      'Only one edition of each source is loaded: revisions cannot be seen.',
    )
  })

  test('asks about police staffing of this place first, and another quarter about other promises', async () => {
    const firstThree = async (quarter: string): Promise<string[]> => {
      const { model } = await read(quarter)
      const groups = new Map(model.promises.map(({ id, group }) => [id, group]))
      const asked = model.questions.slice(0, 3).map(({ promise }) => promise)
      expect(asked).toHaveLength(3)
      expect(new Set(asked.map((id) => groups.get(id)))).toEqual(new Set(['ours']))
      return asked
    }
    const [one, next] = [await firstThree('2026-Q1'), await firstThree('2026-Q2')]
    expect(one.filter((id) => next.includes(id))).toEqual([])
  })

  test('has a row of a file for every figure of every finding', async () => {
    const { model } = await read('2024-Q1')
    const rows = new Map(model.evidence.map((row) => [row.observation, row]))
    const figures = model.findings.flatMap((finding) => finding.figures)
    expect(figures.length).toBeGreaterThan(5)
    for (const { observation, value } of figures) expect(rows.get(observation)?.value).toBe(value)
  })

  test.each(['2019-Q1', '2020-Q2', '2022-Q4', '2023-Q4', '2024-Q1', '2025-Q1', '2026-Q3'])(
    '%s keeps to plain words, to 250 on page one and to twelve screens of one chart',
    async (quarter) => {
      const { model, actions } = await read(quarter)
      const sentences = [
        model.answer,
        ...model.findings.map(({ sentence }) => sentence),
        ...model.questions.map(({ question }) => question),
        ...model.charts.flatMap(({ headline, summary }) => [headline, ...summary]),
      ]
      for (const sentence of sentences) expect(bannedIn(sentence)).toEqual([])
      expect(pageOneOf(model).words).toBeLessThanOrEqual(PAGE_ONE_WORDS)
      expect(screensOf(model, actions).length).toBeLessThanOrEqual(MOST_SCREENS)
    },
  )

  test('refuses a quarter to come, a quarter that is none, and an edition that never was', async () => {
    expect((await get('/api/v1/reviews/2027-Q3')).statusCode).toBe(404)
    expect((await get('/api/v1/reviews/2024-Q5')).statusCode).toBe(400)
    expect((await get('/api/v1/reviews/2024-Q1?edition=7')).statusCode).toBe(404)
    expect((await get('/api/v1/reviews/2024-Q1?foo=1')).statusCode).toBe(400)
  })

  test('answers 304 to who has it, and names a file that is downloaded', async () => {
    const first = await get('/api/v1/reviews/2024-Q1')
    const again = await get('/api/v1/reviews/2024-Q1', {
      'if-none-match': String(first.headers.etag),
    })
    expect(again.statusCode).toBe(304)
    const file = await get('/api/v1/reviews/2024-Q1.xlsx')
    expect(file.headers['content-disposition']).toBe('attachment; filename="review-2024-Q1.xlsx"')
  })

  test('says how to print where no pages and no browser are served', async () => {
    const response = await get('/api/v1/reviews/2024-Q1.pdf')
    expect(response.statusCode).toBe(503)
    expect(response.json<{ detail: string }>().detail).toContain('print it')
  })
})

describe('a review', () => {
  const PCSO = '{{series:pcso.fte.E23000001.police-force-strength:on-quarter}}'

  test('is begun by an editor and by nobody else, after the quarter has ended', async () => {
    const body = { quarter: '2023-Q4' }
    expect((await send('nobody', 'POST', '/reviews', body)).statusCode).toBe(401)
    expect((await send('Ana', 'POST', '/reviews', { quarter: '2026-Q4' })).statusCode).toBe(400)
    expect(
      (await send('Ana', 'POST', '/reviews', { ...body, asOf: '2023-11-30' })).statusCode,
    ).toBe(400)
    const made = await send('Ana', 'POST', '/reviews', body)
    expect(made.statusCode).toBe(201)
    expect(made.json<Review>()).toMatchObject({
      status: 'draft',
      edition: 1,
      signed: { madeBy: 'Ana' },
      model: { asOf: TODAY },
    })
    expect((await send('Ana', 'POST', '/reviews', body)).statusCode).toBe(409)
  })

  test('is nobody’s but its editors’ while it is a draft', async () => {
    expect((await read('2023-Q4')).status).toBe('generated')
    expect((await get('/api/v1/review-drafts/2023-Q4')).statusCode).toBe(401)
    const draft = await get('/api/v1/review-drafts/2023-Q4', people.Ana)
    expect(draft.statusCode).toBe(200)
    expect(draft.headers['cache-control']).toBe('no-store')
  })

  test('takes figures by their tokens and refuses a token that is none of its figures', async () => {
    const wrong = await patch('Ana', '2023-Q4', { commentary: ['{{series:made.up:now}} more.'] })
    expect(wrong.statusCode).toBe(400)
    expect(wrong.json()).toMatchObject({ errors: [{ pointer: '/commentary/0' }] })
    const right = await patch('Ana', '2023-Q4', {
      commentary: [`PCSOs changed by ${PCSO} in the quarter.`],
      actions: [{ text: 'Ask for the March figures', owner: 'Ana', due: '2024-02-01' }],
    })
    expect(right.statusCode).toBe(200)
    const { commentary, model } = right.json<Review>()
    const figure = model.figures.find(({ token }) => token === PCSO)
    expect(commentary[0]?.pieces.map(({ text }) => text).join('')).toBe(
      `PCSOs changed by ${figure?.text} in the quarter.`,
    )
  })

  test('is checked by another person than its author, whatever their role', async () => {
    expect((await patch('Ana', '2023-Q4', { state: 'checked' })).statusCode).toBe(403)
    expect((await patch('Ben', '2023-Q4', { state: 'published' })).statusCode).toBe(409)
    const checked = await patch('Ben', '2023-Q4', { state: 'checked' })
    expect(checked.json()).toMatchObject({ status: 'checked', signed: { checkedBy: 'Ben' } })
  })

  test('keeps nothing of a change whose state is refused, not even its words', async () => {
    const draft = async () => (await get('/api/v1/review-drafts/2023-Q4', people.Ana)).json()
    const before = await draft()
    const { statusCode } = await patch('Cleo', '2023-Q4', {
      commentary: ['Words of a change that was refused.'],
      state: 'published',
    })
    expect(statusCode).toBe(409)
    expect(await draft()).toEqual(before)
  })

  test('goes back to a draft when it is edited after the check, and its editor may not check it', async () => {
    const edited = await patch('Ben', '2023-Q4', { commentary: [`Now ${PCSO}.`] })
    expect(edited.json()).toMatchObject({ status: 'draft', signed: { checkedBy: null } })
    expect((await patch('Ben', '2023-Q4', { state: 'checked' })).statusCode).toBe(403)
    expect((await patch('Cleo', '2023-Q4', { state: 'checked' })).statusCode).toBe(200)
  })

  test('is frozen when it is published: stored whole, with its hash, and open to everybody', async () => {
    const published = await patch('Cleo', '2023-Q4', { state: 'published' })
    expect(published.statusCode).toBe(200)
    const review = await read('2023-Q4')
    expect(review).toMatchObject({
      status: 'published',
      edition: 1,
      intact: true,
      standing: { state: 'current' },
      signed: { madeBy: 'Ana', checkedBy: 'Cleo', publishedBy: 'Cleo' },
    })
    expect(review.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect((await patch('Ana', '2023-Q4', { commentary: ['x'] })).statusCode).toBe(404)
    const rows = await json<ReviewRow[]>('/reviews')
    expect(rows.find(({ quarter }) => quarter === '2023-Q4')).toMatchObject({
      status: 'published',
      checkedBy: 'Cleo',
    })
  })

  test('keeps the figures that were agreed when they are corrected later, and says which', async () => {
    const before = await read('2023-Q4')
    const measure = before.model.measures.find(
      ({ counted, source }) => counted.metric === 'pcso' && source === 'police-force-strength',
    )
    correct('pcso', '2023-12', 1281)
    const after = await read('2023-Q4')
    expect(after.model).toEqual(before.model)
    expect(after.standing.state).toBe('corrected')
    expect(after.standing.corrected).toContainEqual({
      label: 'Police community support officers (FTE), Metropolitan Police, December 2023',
      frozen: '1,279',
      now: '1,281',
    })
    expect(measure?.now?.value).toBe(1279)
  })

  test('shows that it was tampered with', async () => {
    const tamper = (from: number, to: number): void => {
      store.write((tx) => {
        tx.run(`update review set frozen = replace(frozen, '"value":${from}', '"value":${to}')`)
        bumpDataVersion(tx, 'patch')
      })
      services.changed()
    }
    tamper(1279, 1379)
    expect((await read('2023-Q4')).intact).toBe(false)
    tamper(1379, 1279)
    expect((await read('2023-Q4')).intact).toBe(true)
  })

  test('stored before charts named their areas tells them from the series of their measure', async () => {
    const before = await read('2023-Q4')
    const [{ frozen = null } = {}] = store.read.select().from(reviewTable).all()
    const keep = (text: string | null): void => {
      store.write((tx) => {
        tx.update(reviewTable).set({ frozen: text }).run()
        bumpDataVersion(tx, 'patch')
      })
      services.changed()
    }
    const older = frozen?.replaceAll(/"ours":\["\w+"\],(?="headline")/g, '') ?? null
    expect(older).not.toBe(frozen)
    keep(older)
    expect((await read('2023-Q4')).model.charts).toEqual(before.model.charts)
    keep(frozen)
    expect((await read('2023-Q4')).intact).toBe(true)
  })

  test('hands its open actions to the next quarter, with where they come from', async () => {
    const next = (await send('Ana', 'POST', '/reviews', { quarter: '2024-Q1' })).json<Review>()
    expect(next.actions).toMatchObject([
      { text: 'Ask for the March figures', carriedFrom: '2023-Q4', doneOn: null },
    ])
    const [action] = next.actions
    const kept = await patch('Ana', '2024-Q1', {
      actions: [{ ...pick(action), id: action?.id, doneOn: '2024-05-01' }],
    })
    expect(kept.json<Review>().actions).toMatchObject([
      { carriedFrom: '2023-Q4', doneOn: '2024-05-01' },
    ])
  })

  test('is withdrawn with a reason and replaced by a new edition, the old one still readable', async () => {
    expect((await patch('Ben', '2023-Q4', { state: 'withdrawn' })).statusCode).toBe(400)
    const why = 'The December figure was wrong.'
    expect(
      (await patch('Ben', '2023-Q4', { state: 'withdrawn', reason: why })).json(),
    ).toMatchObject({ status: 'withdrawn', standing: { state: 'withdrawn', withdrawnWhy: why } })
    expect((await send('Ana', 'POST', '/reviews', { quarter: '2023-Q4' })).json()).toMatchObject({
      edition: 2,
    })
    await patch('Ben', '2023-Q4', { state: 'checked' })
    await patch('Ben', '2023-Q4', { state: 'published' })
    expect(await read('2023-Q4')).toMatchObject({ edition: 2, status: 'published' })
    expect(await json<Review>('/reviews/2023-Q4?edition=1')).toMatchObject({
      status: 'withdrawn',
      standing: { replacedBy: 2 },
    })
  })
})

const pick = (action: Review['actions'][number] | undefined) => ({
  text: action?.text,
  owner: action?.owner,
  due: action?.due,
  evidence: action?.evidence,
})

/** A newer release of the same source, with another value for one date of the force. */
const correct = (metric: string, date: string, value: number): void => {
  const [found] = store
    .prepare<{ series: number; release: number; source: string }>(
      `select series.id as series, max(observation.release) as release, series.source as source
       from series join observation on observation.series = series.id
       where metric = ? and area = 'E23000001' and series.source = 'police-force-strength' and date = ?`,
    )
    .all(metric, date)
  if (found === undefined) throw new Error('There is no such figure.')
  store.write((tx) => {
    tx.run(`insert into release (slug, source, edition, published, known_from, read_on, file_name, sha256, url, note, added_at, added_by)
      select 'corrected', source, 'corrected', '2026-11-20', '2026-11-20', '2026-11-20', file_name, sha256, url, '', added_at, 'test'
      from release where id = ${found.release}`)
    tx.run(`insert into observation (series, date, release, value, trust, flags, cell)
      select ${found.series}, '${date}', id, ${value}, 'primary', '', 'row' from release where slug = 'corrected'`)
    bumpDataVersion(tx, 'minor')
  })
  services.changed()
}
