import { healthEndpoint, readyEndpoint } from '@muster/shared/contract/health'
import { ProblemError } from '@muster/shared/contract/problem'
import type { ReadDb } from '../db/open.ts'
import { observation } from '../db/schema.ts'
import type { Routes } from './http-services.ts'
import { declareRead } from './route.ts'

/** They ask the process and the database themselves. */
export const healthRoutes = (
  routes: Routes,
  { read, dataVersion }: { read: ReadDb; dataVersion: () => string },
): void => {
  declareRead(routes, healthEndpoint, () => ({ status: 'ok' as const }))
  declareRead(routes, readyEndpoint, () => {
    try {
      const [row] = read.select().from(observation).limit(1).all()
      if (row === undefined) throw new Error('no observations')
      return { status: 'ready' as const, dataVersion: dataVersion() }
    } catch {
      throw new ProblemError('not-ready', 'The figures cannot be read yet.')
    }
  })
}
