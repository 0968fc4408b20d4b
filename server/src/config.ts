/** Settings from the environment, with their defaults: known in this one place. */
import { join } from 'node:path'

export type Config = {
  host: string
  port: number
  databaseFile: string
  dataFolder: string
  clientDist: string
}

export const ROOT = join(import.meta.dirname, '..', '..')

/** @throws Error with one sentence when a setting makes no sense. */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const port = Number(env.PORT ?? 4810)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is “${env.PORT}”, which is not a port number (0 to 65535).`)
  return {
    host: env.HOST ?? '127.0.0.1',
    port,
    databaseFile: env.DATABASE_FILE ?? join(ROOT, 'data', 'local', 'muster.sqlite'),
    dataFolder: join(ROOT, 'data'),
    clientDist: join(ROOT, 'client', 'dist'),
  }
}
