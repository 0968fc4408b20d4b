/** Finds the command that was asked for, runs it, and says in one sentence what a person can mend. */

import { ProblemError } from '@muster/shared/contract/problem'
import { FaultyData } from '../data-pack/csv-file.ts'
import { readConfig } from '../platform/config.ts'
import { UnusableDatabase } from '../platform/db/open.ts'
import { storeFault } from '../platform/db/store-fault.ts'
import { COMMANDS } from './commands.ts'

/** @returns the exit code. */
export const run = async (argv: readonly string[]): Promise<number> => {
  const [name = '', ...rest] = argv
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (command === undefined) {
    console.log(overview())
    return name === '' || name === '--help' || name === '-h' ? 0 : 1
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(`pnpm muster ${command.usage}\n\n${command.help}`)
    return 0
  }
  return command.run(rest, readConfig(process.env))
}

const overview = (): string =>
  [
    'pnpm muster <command>',
    '',
    ...COMMANDS.map(({ usage, summary }) => `  ${usage}\n      ${summary}`),
    '',
    '  --help after a command says more.',
  ].join('\n')

/** What a person can mend is one sentence; anything else shows where it came from. */
export const explain = (error: unknown): string =>
  error instanceof ProblemError || error instanceof UnusableDatabase || error instanceof FaultyData
    ? error.message
    : error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
      ? error.message
      : (storeFault(error) ??
        (error instanceof Error ? (error.stack ?? error.message) : String(error)))
