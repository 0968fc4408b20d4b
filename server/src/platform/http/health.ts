import { API_ROOT } from '@muster/shared/contract/endpoint'
import { healthEndpoint, readyEndpoint } from '@muster/shared/contract/health'
import { ProblemError } from '@muster/shared/contract/problem'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../../services.ts'
import { observation } from '../db/schema.ts'

/** Never from kept bytes: a health check must ask the process and the database themselves. */
export const healthRoutes = (app: FastifyInstance, services: Services): void => {
  app.get(API_ROOT + healthEndpoint.path, async () => ({ status: 'ok' }))
  app.get(API_ROOT + readyEndpoint.path, async () => {
    try {
      const { dataVersion } = services.register()
      const [row] = services.store.read.select().from(observation).limit(1).all()
      if (row === undefined) throw new Error('no observations')
      return { status: 'ready', dataVersion }
    } catch {
      throw new ProblemError('not-ready', 'The figures cannot be read yet.')
    }
  })
}
