/** `backup` and `restore`: one file holds everything that was imported, decided and signed. */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ProblemError } from '@muster/shared/contract/problem'
import { openStore } from '../platform/db/open.ts'
import { type Command, misused } from './command.ts'

export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup FILE',
  summary: 'Copies the database to FILE while it is in use',
  help: 'The copy is consistent even while the server runs and writes.',
  run: async (args, config) => {
    const file = onlyFile(args, backupCommand)
    const store = openStore(config.databaseFile)
    try {
      await store.backup(file)
    } finally {
      store.close()
    }
    console.log(`Backed up to ${file}.`)
    return 0
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore FILE',
  summary: 'Puts a backup in place of the database; the old one is kept next to it',
  help: 'Stop the server first. The database that was there is kept as <name>.before-restore.',
  run: (args, config) => {
    const file = onlyFile(args, restoreCommand)
    if (!existsSync(file)) throw new ProblemError('bad-request', `${file} is not there.`)
    const candidate = `${config.databaseFile}.restoring`
    copyFileSync(file, candidate)
    const store = openStore(candidate)
    const faults = store.check().filter((row) => row !== 'ok')
    store.close()
    if (faults.length > 0) {
      rmSync(candidate)
      throw new ProblemError(
        'bad-request',
        `${file} is damaged and was not restored: ${faults[0]}.`,
      )
    }
    if (existsSync(config.databaseFile))
      renameSync(config.databaseFile, `${config.databaseFile}.before-restore`)
    // Leftovers of the old database would be replayed into the new one.
    for (const ending of ['-wal', '-shm'])
      rmSync(`${config.databaseFile}${ending}`, { force: true })
    renameSync(candidate, config.databaseFile)
    for (const ending of ['-wal', '-shm']) rmSync(`${candidate}${ending}`, { force: true })
    console.log(`Restored from ${file}.`)
    return 0
  },
}

const onlyFile = (args: string[], command: Command): string => {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw misused(command)
  return file
}
