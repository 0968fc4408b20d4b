import { readFileSync } from 'node:fs'
import { type PromiseKind, REASONS } from '@muster/shared/domain/verdicts/promise'
import { judge, Verdict } from '@muster/shared/domain/verdicts/verdict'
import { RULES } from '@muster/shared/domain/verdicts/verdict-rules'
import { describe, expect, test } from 'vitest'
import {
  caseOf,
  judged,
  lifecycle as lifecycleOf,
  monthly,
  point,
  reading,
} from '../../../support/promise-cases.ts'

describe('what the words lack', () => {
  const points = monthly('2024-05', [2000, 2000])

  test('a gap in metric, basis, area, direction or target is unclear wording', () => {
    for (const need of ['metric', 'basis', 'area', 'direction', 'target'] as const)
      expect(judged('2024-06-30', points, {}, { missing: [need] })).toMatchObject({
        status: 'cannot-be-checked',
        reason: 'unclear-wording',
        rule: 'wording-lacks',
        since: '2023-01-31',
        now: null,
      })
    expect(judged('2024-06-30', points, { target: null })).toMatchObject({
      reason: 'unclear-wording',
      target: null,
      arithmetic: [],
    })
    expect(judged('2024-06-30', points, { basis: null }).reason).toBe('unclear-wording')
  })

  test('an increase needs a baseline, a level does not', () => {
    const increase = { targetKind: 'increase', target: 100 } as const
    expect(judged('2024-06-30', points, increase)).toMatchObject({
      reason: 'no-baseline',
      rule: 'no-baseline',
      since: '2023-01-31',
      target: null,
    })
    expect(judged('2024-06-30', points, {}, { missing: ['baseline'] }).status).toBe('on-course')
    expect(
      judged('2024-06-30', points, { ...increase, baseline: 100 }, { missing: ['baseline'] }).rule,
    ).toBe('already-met')
  })

  test('by a date needs the date, throughout does not', () => {
    expect(judged('2024-06-30', points, { due: null })).toMatchObject({
      reason: 'no-date',
      rule: 'no-date',
      since: '2023-01-31',
    })
    const hold = { mode: 'throughout', start: '2024-05', due: null } as const
    expect(judged('2024-06-30', points, hold, { missing: ['due'] }).status).toBe('on-course')
    expect(judged('2024-06-30', points, {}, { missing: ['due'] }).status).toBe('on-course')
  })

  test('no series, for a count of events too, is not found: that none is published is not known', () => {
    const none = { evidence: null, missing: ['series'] } as const
    for (const mode of ['by_due', 'throughout'] as const)
      expect(judged('2025-06-30', [], { mode, targetKind: 'count' }, none)).toMatchObject({
        reason: 'not-found',
        rule: 'no-series',
        since: '2023-01-31',
      })
  })

  test('unclear words come before a missing baseline, date or series', () => {
    const nothing = { target: null, due: null, targetKind: 'increase' } as const
    expect(judged('2024-06-30', [], nothing, { evidence: null }).rule).toBe('wording-lacks')
    expect(judged('2024-06-30', [], { ...nothing, target: 1 }, { evidence: null }).rule).toBe(
      'no-baseline',
    )
    expect(judged('2024-06-30', [], { due: null }, { evidence: null }).rule).toBe('no-date')
  })
})

describe('withdrawn and replaced', () => {
  const due = { due: '2024-12-31' }
  const end = (lifecycle: 'withdrawn' | 'replaced', endedOn: string | null = '2024-05-31') => ({
    lifecycle: lifecycleOf({
      lifecycle,
      endedOn,
      replacedBy: lifecycle === 'replaced' ? 'next' : null,
    }),
  })
  const points = monthly('2024-05', [2000, 2000, 2000, 2000, 2000, 2000, 2000, 2000])

  test('a promise withdrawn before it was due is broken from that day, whatever the figures', () => {
    expect(judged('2024-05-30', points, due, end('withdrawn')).rule).toBe('no-series')
    expect(judged('2024-05-31', points, due, end('withdrawn'))).toMatchObject({
      status: 'broken',
      reason: null,
      rule: 'withdrawn',
      since: '2024-05-31',
      now: null,
      gap: null,
      latest: { value: 2000 },
    })
    expect(judged('2025-06-30', points, due, end('withdrawn')).rule).toBe('withdrawn')
  })

  test('replaced is told apart from withdrawn', () => {
    expect(judged('2024-06-30', points, due, end('replaced')).rule).toBe('replaced')
    const both = lifecycleOf({ lifecycle: 'withdrawn', endedOn: '2024-05', replacedBy: 'next' })
    expect(judged('2024-06-30', points, due, { lifecycle: both }).rule).toBe('replaced')
    const only = lifecycleOf({ lifecycle: 'replaced', endedOn: '2024-05' })
    expect(judged('2024-06-30', points, due, { lifecycle: only }).rule).toBe('replaced')
  })

  test('ended on the due date or later, or on no known day, it is judged by its figures', () => {
    for (const endedOn of ['2024-12-31', '2024-12', '2025-01-31', null])
      expect(judged('2025-06-30', points, due, end('withdrawn', endedOn)).rule).toBe('met-by-due')
    expect(judged('2025-06-30', points, due, end('withdrawn', '2024-12-30')).rule).toBe('withdrawn')
  })

  test('made, repeated and changed promises go on', () => {
    for (const lifecycle of ['made', 'repeated', 'changed'] as const)
      expect(
        judged('2025-06-30', points, due, {
          lifecycle: lifecycleOf({ lifecycle, endedOn: '2024-05-31', replacedBy: 'next' }),
        }).rule,
      ).toBe('met-by-due')
  })

  test('what only others report ends nothing', () => {
    for (const endedDocument of ['press', null] as const) {
      const { lifecycle } = end('withdrawn')
      expect(
        judged('2025-06-30', points, due, { lifecycle: { ...lifecycle, endedDocument } }).rule,
      ).toBe('met-by-due')
    }
  })

  test('a plan or a budget can be broken so; what nobody undertook or planned is judged on', () => {
    const rule = (kind: PromiseKind) =>
      judged('2025-06-30', points, due, { ...end('withdrawn'), kind }).rule
    for (const kind of ['undertaking', 'plan', 'budget'] as const)
      expect(rule(kind)).toBe('withdrawn')
    for (const kind of ['forecast', 'planned-cut', 'ask', 'claim', 'recommendation'] as const)
      expect(rule(kind)).toBe('met-by-due')
  })

  test('without a due date and without testable words withdrawal breaks it all the same', () => {
    expect(judged('2024-06-30', [], { due: null }, end('withdrawn')).rule).toBe('withdrawn')
    expect(
      judged('2024-06-30', [], { target: null }, { ...end('withdrawn'), evidence: null }).rule,
    ).toBe('withdrawn')
  })

  test('a miss before the withdrawal is what broke a throughout promise', () => {
    const hold = { mode: 'throughout', start: '2024-04', due: null } as const
    const miss = [point('2024-04', 999), ...points]
    expect(judged('2024-06-30', miss, hold, end('withdrawn'))).toMatchObject({
      rule: 'throughout-missed',
      since: '2024-04',
    })
    const after = [point('2024-05', 1000), point('2024-06', 1)]
    expect(judged('2024-06-30', after, { ...hold, start: '2024-05' }, end('withdrawn')).rule).toBe(
      'withdrawn',
    )
  })
})

describe('the rules', () => {
  test('have one id each, a reason exactly when nothing can be checked, and one sentence', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
    for (const { status, reason, says } of RULES) {
      expect(reason !== null).toBe(status === 'cannot-be-checked')
      expect(says).toMatch(/^[A-Z][^.]+\.$/)
    }
  })

  test('give every reason at least once', () => {
    expect(new Set(RULES.flatMap(({ reason }) => reason ?? []))).toEqual(new Set(REASONS))
  })

  test('are all explained in docs/method.md', () => {
    const method = readFileSync(new URL('../../../../docs/method.md', import.meta.url), 'utf8')
    for (const { id } of RULES) expect(method).toContain(`\`${id}\``)
  })

  test('the verdict of a case without evidence is well formed', () => {
    const verdict = judge(caseOf({ evidence: null, reading: reading({ due: null }) }))
    expect(Verdict.parse(verdict)).toEqual(verdict)
  })
})
