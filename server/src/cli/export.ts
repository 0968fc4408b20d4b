/** `export`: everything public as files that any web server can publish. */
import { parseArgs } from 'node:util'
import { buildApp } from '../app.ts'
import { loadData } from '../data-pack/load.ts'
import type { Config } from '../platform/config.ts'
import { openStore } from '../platform/db/open.ts'
import { makeServices } from '../services.ts'
import { type Command, misused } from './command.ts'
import { exportSite } from './export-site.ts'

export const exportCommand: Command = {
  name: 'export',
  usage: 'export --out DIR',
  summary: 'Writes everything public as a static site into DIR',
  help: [
    'Every page as it opens, the evidence of the numbers on it, tables as CSV, and the files',
    'of published reviews. The copy needs no server and no script: put DIR on any web server or CDN, in',
    'any folder. Forms, accounts, imports and choices of another measure, area or day are left out, and',
    'links to what the copy does not hold become plain words.',
    'READ_ACCESS does not apply: what is written is what a reader could see.',
    'DIR must be empty or not there.',
  ].join('\n'),
  run: async (args, config) => {
    const { values } = parseArgs({ args, options: { out: { type: 'string' } } })
    if (values.out === undefined) throw misused(exportCommand)
    const { pages, files, bytes } = await write(config, values.out)
    console.log(
      `${pages} pages and ${files} other files in ${values.out}, ${(bytes / 1e6).toFixed(1)} MB.`,
    )
    return 0
  },
}

const write = async (config: Config, out: string) => {
  const store = openStore(config.databaseFile)
  try {
    const now = () => new Date().toISOString()
    loadData(store, config.dataFolder, now())
    const services = makeServices(store, {
      now,
      databaseFile: config.databaseFile,
      readAccess: 'public',
    })
    const app = await buildApp(services, { clientDist: config.clientDist })
    try {
      return await exportSite(app, services, { clientDist: config.clientDist, out })
    } finally {
      await app.close()
    }
  } finally {
    store.close()
  }
}
