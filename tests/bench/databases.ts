/** The databases that are measured, made once a machine and kept in its temporary folder. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadData } from '@muster/server/data-pack/load'
import { generate } from '@muster/server/demo/generate'
import { openStore } from '@muster/server/platform/db/open'
import { ROOT } from './children.ts'

const FOLDER = join(tmpdir(), 'muster-bench')

/** The shipped figures, loaded anew, as the code of today loads them. */
export const shippedDatabase = (): string => {
  const file = join(FOLDER, 'shipped.sqlite')
  mkdirSync(FOLDER, { recursive: true })
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
  const store = openStore(file)
  loadData(store, join(ROOT, 'data'), '2026-11-22T12:00:00.000Z')
  store.close()
  return file
}

/** Invented figures of these sizes: 37 thousand is about what ships. */
export const inventedDatabase = (size: 'small' | 'million' | 'ten-million'): string => {
  const file = join(FOLDER, `${size}.sqlite`)
  mkdirSync(FOLDER, { recursive: true })
  if (existsSync(file)) return file
  console.error(`Making ${file}, once on this machine.`)
  const making = `${file}.making`
  for (const ending of ['', '-wal', '-shm']) rmSync(making + ending, { force: true })
  const store = openStore(making)
  generate(store, SIZES[size])
  store.close()
  renameSync(making, file)
  return file
}

const SIZES = {
  small: { wards: 1, months: 120, metrics: 9 },
  million: { wards: 900, months: 120, metrics: 9 },
  'ten-million': { wards: 9_000, months: 120, metrics: 9 },
} as const
