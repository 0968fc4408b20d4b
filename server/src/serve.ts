/** Opens the database, loads what is new, listens, and ends cleanly. */
import closeWithGrace from 'close-with-grace'
import { firstInvitation } from './accounts/invitations.ts'
import { buildApp } from './app.ts'
import { FaultyData } from './data-pack/csv-file.ts'
import { loadData } from './data-pack/load.ts'
import { BadSetting, readConfig } from './platform/config.ts'
import { openStore, UnusableDatabase } from './platform/db/open.ts'
import { storeFault } from './platform/db/store-fault.ts'
import { makeServices } from './services.ts'

/** @returns never a failure: one that stops the start is explained and ends the process. */
export const serve = (): Promise<void> =>
  start().catch((error: unknown) => {
    console.error(explain(error))
    process.exit(1)
  })

const start = async (): Promise<void> => {
  const config = readConfig(process.env)
  const store = openStore(config.databaseFile)
  const loaded = loadData(store, config.dataFolder, new Date().toISOString())
  if (loaded.observations > 0)
    console.log(`Loaded ${loaded.observations} figures from ${loaded.releases} releases.`)
  const services = makeServices(store, {
    now: () => new Date().toISOString(),
    databaseFile: config.databaseFile,
    readAccess: config.readAccess,
  })
  const app = await buildApp(services, {
    clientDist: config.clientDist,
    logger: true,
    trustProxy: config.trustProxy,
  })
  const invitation = firstInvitation(store, services.now())
  closeWithGrace({ delay: 5_000 }, async ({ err }) => {
    if (err) console.error(err)
    await app.close()
    store.close()
  })
  await app.listen({ host: config.host, port: config.port })
  const bound = app.server.address()
  const address = addressOf(
    config.host,
    bound !== null && typeof bound === 'object' ? bound.port : config.port,
  )
  if (invitation !== null)
    console.log(
      `Nobody can change figures yet. The first administrator signs up at ${address}${invitation}`,
    )
  console.log(`Muster is at ${address}`)
}

const addressOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** One clear sentence for what a person can mend; the whole error for what only we can. */
const explain = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return `Port ${process.env.PORT ?? 4810} is in use. Stop what uses it, or choose another with PORT=4811.`
  if (code === 'EACCES') return `This port may not be used here: ${message}.`
  if (
    error instanceof UnusableDatabase ||
    error instanceof FaultyData ||
    error instanceof BadSetting
  )
    return message
  return storeFault(error) ?? (error instanceof Error ? (error.stack ?? message) : String(error))
}
