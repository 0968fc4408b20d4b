/** A large tidy file from its bytes to its release, against inserting the same rows from memory. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IMPORT_FLAGS } from '@muster/server/imports/jobs/import-runner'
import { interleaved, median, type Row, ratioOf } from './row.ts'

/** Each round has a database of its own: a second import of the same file changes nothing. */
export const importAgainstInsert = async (
  shipped: string,
  rows: number,
  rounds: number,
): Promise<Row> => {
  const found = await interleaved(
    {
      ours: () => measured('import', shipped, rows),
      limit: () => measured('insert', shipped, rows),
    },
    rounds,
  )
  const share = 1 / ratioOf(found.ours, found.limit)
  return {
    what: `import of ${rows.toLocaleString('en-GB')} tidy rows: parse, check, plan, commit`,
    ours: `${perSecond(rows, found.ours)} rows a second`,
    limit: `${perSecond(rows, found.limit)}, inserted from memory`,
    result: `${share.toFixed(2)} of its rows a second`,
    reach: '≥ 0.25',
    reached: share >= 0.25,
    otherwise:
      'Half of it is SQLite writing the figures, and those that promises are tested by a second time in the rehearsal of verdicts. Next: rehearse only the areas and sources that a promise reads.',
    numbers: found,
  }
}

const measured = (side: 'import' | 'insert', shipped: string, rows: number): number => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'))
  const file = join(folder, 'import.sqlite')
  copyFileSync(shipped, file)
  try {
    const entry = join(import.meta.dirname, 'import-process.ts')
    const args = [...IMPORT_FLAGS, entry, side, file, String(rows)]
    return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const perSecond = (rows: number, times: readonly number[]): string =>
  Math.round((rows / median(times)) * 1_000).toLocaleString('en-GB')
