/** The real app over a copy of the shipped figures; `get` asks it as a browser would. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePasswords } from '@muster/server/accounts/passwords'
import { buildApp } from '@muster/server/app'
import { openStore, type Store } from '@muster/server/platform/db/open'
import { makeServices, type Services } from '@muster/server/services'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll, inject } from 'vitest'
import { watchReplies } from './described-replies.ts'

export const TODAY = '2026-11-22'

export type TestApp = {
  app: FastifyInstance
  store: Store
  services: Services
  get: (url: string, headers?: Record<string, string>) => Promise<LightMyRequestResponse>
  /** The JSON of `/api/v1` + path; fails on anything but 200. */
  json: <Reply>(path: string) => Promise<Reply>
}

/** Closed after the tests of the file. */
export const openTestApp = async (
  options: { today?: string; clientDist?: string } = {},
): Promise<TestApp> => {
  const { store, file, close } = openTestStore()
  const services = makeServices(store, {
    now: () => `${options.today ?? TODAY}T12:00:00.000Z`,
    databaseFile: file,
    passwords: makePasswords(CHEAP),
    checkReplies: true,
  })
  const app = await buildApp(services, { clientDist: options.clientDist ?? null })
  watchReplies(app)
  afterAll(async () => {
    await app.close()
    close()
  })
  const get: TestApp['get'] = (url, headers = {}) => app.inject({ method: 'GET', url, headers })
  return {
    app,
    store,
    services,
    get,
    json: async <Reply>(path: string) => {
      const response = await get(`/api/v1${path}`)
      if (response.statusCode !== 200)
        throw new Error(`${path} answered ${response.statusCode}: ${response.body.slice(0, 500)}`)
      return response.json() as Reply
    },
  }
}

/** Strong hashes take a second each, on purpose; a test needs none. */
const CHEAP = { ln: 12, r: 8, p: 1 }

/** A store of its own, holding the shipped figures. */
export const openTestStore = (): { store: Store; file: string; close: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-test-'))
  const file = join(folder, 'muster.sqlite')
  copyFileSync(inject('baseStore'), file)
  const store = openStore(file)
  return {
    store,
    file,
    close: () => {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
