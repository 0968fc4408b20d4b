/** The commands by name; each opens the database, does one thing and closes it. */
import type { Config } from '../config.ts'
import { backupCommand, restoreCommand } from './backup.ts'
import { exportCommand } from './export.ts'
import { generateCommand } from './generate.ts'
import { importCommand, undoCommand } from './import.ts'
import { askCommand, overrideCommand } from './promise.ts'
import { userCommand } from './user.ts'
import { verifyCommand } from './verify.ts'

export type Command = {
  name: string
  usage: string
  summary: string
  help: string
  /** @returns the exit code. */
  run: (args: string[], config: Config) => Promise<number> | number
}

export const COMMANDS: readonly Command[] = [
  importCommand,
  undoCommand,
  backupCommand,
  restoreCommand,
  verifyCommand,
  exportCommand,
  askCommand,
  overrideCommand,
  userCommand,
  generateCommand,
]
