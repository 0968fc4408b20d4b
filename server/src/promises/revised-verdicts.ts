/**
 * Verdicts that an import turned, by the day on which it came in. Judging two days by the figures of
 * today cannot see this: both are judged by the new edition.
 */
import type { ImportPlan } from '@muster/shared/contract/import'
import type { PromiseStatus } from '@muster/shared/domain/verdicts/promise'
import { revisedSentence } from '@muster/shared/words/promises/answer'
import { eq } from 'drizzle-orm'
import { importJob } from '../platform/db/schema.ts'
import type { Knowledge } from '../reference/knowledge.ts'

export type RevisedVerdict = {
  promise: string
  title: string
  before: PromiseStatus
  after: PromiseStatus
  sentence: string
}

/** Of imports made after `since` and up to `until` that have not been undone, the newest first. */
export const findRevisedVerdicts = (
  { store, register }: Pick<Knowledge, 'store' | 'register'>,
  { since, until }: { since: string; until: string },
): RevisedVerdict[] =>
  store.read
    .select({ on: importJob.committedAt, plan: importJob.plan })
    .from(importJob)
    .where(eq(importJob.state, 'committed'))
    .all()
    .flatMap(({ on, plan }) =>
      on === null ? [] : [{ on: on.slice(0, 10), plan: plan as ImportPlan }],
    )
    .filter(({ on }) => on > since && on <= until)
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
    .flatMap(({ on, plan }) =>
      plan.verdicts.flatMap(({ promise: id, before, after }) => {
        const promise = register().promises.get(id)
        return promise === undefined
          ? []
          : [
              {
                promise: id,
                title: promise.title,
                before,
                after,
                sentence: revisedSentence(promise, before, after, on),
              },
            ]
      }),
    )
