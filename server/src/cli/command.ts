/** A command opens the database, does one thing and closes it. */
import type { Config } from '../config.ts'

export type Command = {
  name: string
  usage: string
  summary: string
  help: string
  /** @returns the exit code. */
  run: (args: string[], config: Config) => Promise<number> | number
}
