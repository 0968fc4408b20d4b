/** A command opens the database, does one thing and closes it. */
import { userInfo } from 'node:os'
import { ProblemError } from '@muster/shared/contract/problem'
import type { Asker } from '../accounts/audit.ts'
import type { Config } from '../platform/config.ts'

export type Command = {
  name: string
  usage: string
  summary: string
  help: string
  /** @returns the exit code. */
  run: (args: string[], config: Config) => Promise<number> | number
}

/** What a command throws when it is called otherwise than it says. */
export const misused = ({ usage }: Pick<Command, 'usage'>): ProblemError =>
  new ProblemError('bad-request', `Usage: pnpm muster ${usage}`)

/** The command line has no sign-in: whoever can write the database file is known by their login. */
export const askerNow = (): Asker => ({
  by: `${userInfo().username} (command line)`,
  at: new Date().toISOString(),
})
