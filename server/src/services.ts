/** What routes are given: the store, the register, the day, and the finished answers. */
import type { Store } from './db/open.ts'
import { type FinishedAnswers, finishedAnswers } from './http/finished.ts'
import { type Register, readRegister } from './register/register.ts'

export type Services = {
  store: Store
  /** The register of the current data version. */
  register: () => Register
  /** Data version and day: what every answer depends on. */
  version: () => string
  /** Today as an ISO day; an argument of the whole, so that tests choose it. */
  today: () => string
  finished: FinishedAnswers
  /** After a write through this very connection (in memory), which SQLite does not announce. */
  changed: () => void
  /** Check each reply against its schema (tests and development). */
  checkReplies: boolean
}

export const makeServices = (
  store: Store,
  options: { today: () => string; checkReplies?: boolean },
): Services => {
  let register: Register | null = null
  let seen = store.changeCount()
  const current = (): Register => {
    const count = store.changeCount()
    if (register === null || count !== seen) {
      register = readRegister(store.read)
      seen = count
    }
    return register
  }
  return {
    store,
    register: current,
    version: () => `${current().dataVersion} ${options.today()}`,
    today: options.today,
    finished: finishedAnswers(FINISHED_BYTES),
    changed: () => {
      register = null
    },
    checkReplies: options.checkReplies ?? false,
  }
}

/** 32 MB of plain answers: some hundred views, well inside 160 MB for the whole process. */
const FINISHED_BYTES = 32 * 1024 * 1024
