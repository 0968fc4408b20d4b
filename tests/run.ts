/**
 * The one test command: every check and every test, and a last line `N passed, N failed`.
 *
 * The client is built first because browser tests open the pages as a visitor gets them.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Count = { passed: number; failed: number; skipped: number }

const ROOT = join(import.meta.dirname, '..')

const run = (): void => {
  const counts = [
    check('Client builds', ['node', 'client/build.ts', '--if-changed']),
    check('Biome: format, lint, import cycles', ['biome', 'check', '.']),
    check('TypeScript', ['tsc', '-b']),
    check('Knip: nothing unused', ['knip', '--treat-config-hints-as-errors']),
    vitest(),
  ]
  const sum = (key: keyof Count): number => counts.reduce((all, count) => all + count[key], 0)
  const skipped = sum('skipped')
  console.log(
    `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  )
  process.exit(sum('failed') === 0 ? 0 : 1)
}

const check = (name: string, [command = '', ...args]: string[]): Count => {
  console.log(`\n— ${name}`)
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' })
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

const vitest = (): Count => {
  console.log('\n— Tests')
  const folder = mkdtempSync(join(tmpdir(), 'muster-report-'))
  const report = join(folder, 'report.json')
  const { status } = spawnSync(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { cwd: ROOT, stdio: 'inherit' },
  )
  const count = countOf(report)
  rmSync(folder, { recursive: true, force: true })
  // A run that dies without a report, or fails outside a test, is a failure too.
  return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

const countOf = (report: string): Count => {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    ) as Record<string, number>
    return {
      passed: numPassedTests ?? 0,
      failed: numFailedTests ?? 0,
      skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

run()
