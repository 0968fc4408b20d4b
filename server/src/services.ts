/** What routes are given: the store, the register, the clock, the finished answers, the import. */
import { type AccountServices, makeAccountServices } from './accounts/account-services.ts'
import { type ImportRunner, importRunner } from './imports/jobs/import-runner.ts'
import { readDataVersion } from './platform/db/data-version.ts'
import type { Store } from './platform/db/open.ts'
import { type FinishedAnswers, finishedAnswers } from './platform/http/finished.ts'
import type { Changing } from './reference/knowledge.ts'
import { type Register, readRegister } from './reference/register.ts'

export type Services = AccountServices &
  Changing & {
    /** Data version and day: what every answer depends on. */
    version: () => string
    finished: FinishedAnswers
    runImport: ImportRunner
    /** Check each reply against its schema (tests and development). */
    checkReplies: boolean
  }

export type ServiceOptions = Parameters<typeof makeAccountServices>[1] & {
  databaseFile: string
  checkReplies?: boolean
}

export const makeServices = (store: Store, options: ServiceOptions): Services => {
  const today = (): string => options.now().slice(0, 10)
  let register: Register | null = null
  let seen = store.changeCount()
  const current = (): Register => {
    const count = store.changeCount()
    // Somebody wrote; a sign-in writes too, and only a new data version makes answers old.
    if (count !== seen && register?.dataVersion !== readDataVersion(store.read)) register = null
    seen = count
    register ??= readRegister(store.read)
    return register
  }
  return {
    ...makeAccountServices(store, options),
    register: current,
    version: () => `${current().dataVersion} ${today()}`,
    today,
    finished: finishedAnswers(FINISHED_BYTES),
    changed: () => {
      if (register?.dataVersion !== readDataVersion(store.read)) register = null
    },
    runImport: importRunner(store, options.databaseFile),
    checkReplies: options.checkReplies ?? false,
  }
}

/** 6 MB of answers, compressed ones included: about eighty views. */
const FINISHED_BYTES = 6 * 1024 * 1024
