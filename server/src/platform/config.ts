/** Settings from the environment, with their defaults: known in this one place. */
import { join } from 'node:path'
import type { ReadAccess } from '@muster/shared/domain/permission'

export type Config = {
  host: string
  port: number
  databaseFile: string
  dataFolder: string
  clientDist: string
  readAccess: ReadAccess
  /** Addresses of proxies in front, as `loopback,10.0.0.5`. */
  trustProxy: string | null
}

export const ROOT = join(import.meta.dirname, '..', '..', '..')

/** A setting that makes no sense, with the sentence to show. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting'
}

/** @throws BadSetting with one sentence when a setting makes no sense. */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const port = Number(env.PORT ?? 4810)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new BadSetting(`PORT is “${env.PORT}”, which is not a port number (0 to 65535).`)
  const readAccess = env.READ_ACCESS ?? 'public'
  if (readAccess !== 'public' && readAccess !== 'signed-in')
    throw new BadSetting(`READ_ACCESS is “${readAccess}”; it is either public or signed-in.`)
  return {
    host: env.HOST ?? '127.0.0.1',
    port,
    databaseFile: env.DATABASE_FILE ?? join(ROOT, 'data', 'local', 'muster.sqlite'),
    dataFolder: join(ROOT, 'data'),
    clientDist: join(ROOT, 'client', 'dist'),
    readAccess,
    trustProxy: env.TRUST_PROXY ? (env.TRUST_PROXY === '1' ? 'loopback' : env.TRUST_PROXY) : null,
  }
}
