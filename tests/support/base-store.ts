/** Builds one database from `data/` before all tests; each test file opens a copy of it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadData } from '@muster/server/data-pack/load'
import { openStore } from '@muster/server/platform/db/open'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    baseStore: string
  }
}

export default (project: TestProject): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-tests-'))
  const file = join(folder, 'base.sqlite')
  const store = openStore(file)
  loadData(store, join(import.meta.dirname, '..', '..', 'data'), '2026-11-22T12:00:00.000Z')
  store.close()
  project.provide('baseStore', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
