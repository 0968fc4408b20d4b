/** `pnpm muster <command>`: what an analyst or an operator does without a browser. */

import { ProblemError } from '@muster/shared/api/problem'
import { COMMANDS } from './cli/commands.ts'
import { readConfig } from './config.ts'
import { FaultyData } from './db/csv-file.ts'
import { UnusableDatabase } from './db/open.ts'

const run = async (argv: readonly string[]): Promise<number> => {
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
    ...COMMANDS.map(({ usage, summary }) => `  ${usage.padEnd(52)} ${summary}`),
    '',
    '  --help after a command says more.',
  ].join('\n')

/** What a person can mend is one sentence; anything else shows where it came from. */
const explain = (error: unknown): string =>
  error instanceof ProblemError || error instanceof UnusableDatabase || error instanceof FaultyData
    ? error.message
    : error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error)

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(explain(error))
    process.exitCode = 1
  },
)
