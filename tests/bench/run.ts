/**
 * `pnpm bench`: how fast and how small, each against a limit measured in the same run. Prints one
 * table and keeps the numbers in `tests/bench/results`. Never a gate: a machine is not a promise.
 *
 * `--full` imports a million rows instead of a hundred thousand. `--only=word` measures the groups
 * whose name holds the word.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { bookMemory } from './book-memory.ts'
import { launch } from './browser.ts'
import { startMuster } from './children.ts'
import { inventedDatabase, shippedDatabase } from './databases.ts'
import { finishedAnswers } from './finished-answers.ts'
import { firstAnswers } from './first-answers.ts'
import { firstChart, firstPageBytes } from './first-page.ts'
import { importAgainstInsert } from './import-rows.ts'
import { readingDuringImport } from './reading-during-import.ts'
import { printTable, type Row } from './row.ts'
import { memoryAfterRequests, startToReady } from './start-and-memory.ts'
import { viewChange } from './view-change.ts'

const run = async (args: readonly string[]): Promise<void> => {
  const full = args.includes('--full')
  const only = args.find((arg) => arg.startsWith('--only='))?.slice(7) ?? ''
  const shipped = shippedDatabase()
  const groups: Record<string, () => Promise<Row[]> | Row[]> = {
    finished: () =>
      withFolder(async (folder) =>
        withMuster(shipped, (muster) => finishedAnswers(muster, folder)),
      ),
    first: () =>
      firstAnswers(inventedDatabase('small'), inventedDatabase('ten-million'), '10 million'),
    page: () =>
      withMuster(shipped, async (muster) => {
        const browser = await launch()
        try {
          return [
            await firstPageBytes(browser, muster),
            await firstChart(browser, muster),
            await viewChange(browser, muster),
          ]
        } finally {
          await browser.close()
        }
      }),
    start: async () => [await startToReady(shipped)],
    memory: async () => [await memoryAfterRequests(shipped)],
    import: async () => {
      const rows = full ? 1_000_000 : 100_000
      return [
        await importAgainstInsert(shipped, rows, full ? 1 : 3),
        ...(await readingDuringImport(shipped, rows)),
        ...(await bookMemory(shipped)),
      ]
    },
  }
  const rows: Row[] = []
  for (const [name, measure] of Object.entries(groups)) {
    if (!name.includes(only)) continue
    console.error(`${name} …`)
    rows.push(...(await measure()))
  }
  console.log(printTable(rows))
  console.log(`\n${machine()}`)
  console.log(`Numbers: ${save(rows)}`)
}

const withMuster = async <Value>(
  database: string,
  measure: (muster: Awaited<ReturnType<typeof startMuster>>) => Promise<Value>,
): Promise<Value> => {
  const muster = await startMuster(database)
  try {
    return await measure(muster)
  } finally {
    await muster.stop()
  }
}

const withFolder = async <Value>(measure: (folder: string) => Promise<Value>): Promise<Value> => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'))
  try {
    return await measure(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.versions.node}`

const save = (rows: readonly Row[]): string => {
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const at = new Date().toISOString()
  const file = join(folder, `${at.replaceAll(':', '-')}.json`)
  writeFileSync(file, JSON.stringify({ at, machine: machine(), rows }, null, 1))
  return file
}

// As the server runs, so that what is measured in this process is what the server does.
setFlagsFromString('--optimize-for-size')
await run(process.argv.slice(2))
