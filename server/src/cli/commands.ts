/** All commands, in the order in which the overview lists them. */
import { backupCommand, restoreCommand } from './backup.ts'
import type { Command } from './command.ts'
import { exportCommand } from './export.ts'
import { generateCommand } from './generate.ts'
import { importCommand, undoCommand } from './import.ts'
import { askCommand, overrideCommand } from './promise.ts'
import { userCommand } from './user.ts'
import { verifyCommand } from './verify.ts'

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
