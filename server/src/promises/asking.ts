/** One question about promises: on which day, by what was known when, with what was entered. */
import type { PromiseQuery } from '@muster/shared/contract/promise'
import type { Register } from '../reference/register.ts'
import type { Services } from '../services.ts'
import { type Entries, findEntries } from './entries.ts'
import { type Judge, type Known, makeJudge } from './judgement.ts'

export type Asking = {
  services: Services
  register: Register
  judge: Judge
  entries: Entries
  /** The day on which it is judged. */
  at: string
  known: Known
}

export const askingOf = (services: Services, query: PromiseQuery): Asking => {
  const register = services.register()
  const at = query.at ?? query.asOf ?? services.today()
  return {
    services,
    register,
    judge: makeJudge(services),
    entries: findEntries(services.store.read, register, at),
    at,
    known: { asOf: query.asOf },
  }
}
