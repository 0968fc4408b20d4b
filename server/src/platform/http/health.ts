import { healthEndpoint, readyEndpoint } from '@muster/shared/contract/health'
import { ProblemError } from '@muster/shared/contract/problem'
import type { Reader } from '../db/open.ts'
import { observation } from '../db/schema.ts'
import { storeFault, unreadableTables } from '../db/store-fault.ts'
import type { Routes } from './http-services.ts'
import { declareRead } from './route.ts'

/** They ask the process and the database themselves. */
export const healthRoutes = (
  routes: Routes,
  { store, dataVersion }: { store: Reader; dataVersion: () => string },
): void => {
  declareRead(routes, healthEndpoint, () => ({ status: 'ok' as const }))
  declareRead(routes, readyEndpoint, () => {
    const faults = unreadableTables(store)
    if (faults.length > 0) throw new ProblemError('not-ready', faults.join(' '))
    if (store.read.select().from(observation).limit(1).all().length === 0)
      throw new ProblemError('not-ready', 'There are no figures in the database yet.')
    return { status: 'ready' as const, dataVersion: versionOf(dataVersion) }
  })
}

/** The register is read from its tables where it changed, all of it. */
const versionOf = (dataVersion: () => string): string => {
  try {
    return dataVersion()
  } catch (error) {
    throw new ProblemError('not-ready', storeFault(error) ?? 'The register cannot be read.')
  }
}
