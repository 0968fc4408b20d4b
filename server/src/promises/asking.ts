/** One question about promises: on which day, by what was known when, with what was entered. */
import type { PromiseQuery } from '@muster/shared/contract/promise'
import type { PromiseRecord } from '@muster/shared/domain/verdicts/promise'
import type { Knowledge } from '../reference/knowledge.ts'
import type { Register } from '../reference/register.ts'
import { type Entries, findEntries } from './entries.ts'
import { type Judge, judgeOf, type Known } from './judgement.ts'

export type Asking = {
  services: Knowledge
  register: Register
  judge: Judge
  entries: Entries
  /** The day on which it is judged. */
  at: string
  known: Known
  /** The ids of the promises that are asked about together: what is linked is counted among them. */
  among: ReadonlySet<string>
}

export const askingOf = (
  services: Knowledge,
  query: PromiseQuery,
  promises: readonly PromiseRecord[],
): Asking => {
  const register = services.register()
  const at = query.at ?? query.asOf ?? services.today()
  return {
    services,
    register,
    judge: judgeOf(services),
    entries: findEntries(services.store.read, register, at),
    at,
    known: { asOf: query.asOf },
    among: new Set(promises.map(({ id }) => id)),
  }
}
