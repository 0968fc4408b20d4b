/** `user add`: an account and the one-time link with which its owner chooses a password. */
import { parseArgs } from 'node:util'
import { addUser } from '../accounts/invitations.ts'
import { type Command, misused } from './command.ts'
import { withStore } from './open-data.ts'

export const userCommand: Command = {
  name: 'user',
  usage: 'user add NAME --role editor|checker|admin',
  summary: 'Adds an account and prints its one-time link',
  help: 'The link works for 24 hours and once. Where people reach the server by another address, put that in its place.',
  run: (args, config) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { role: { type: 'string' } },
    })
    const [verb, name] = positionals
    const { role } = values
    if (verb !== 'add' || name === undefined || role === undefined) throw misused(userCommand)
    return withStore(config, (store) => {
      const link = addUser(store, name, role, new Date().toISOString())
      console.log(`http://${config.host}:${config.port}${link}`)
      return 0
    })
  },
}
