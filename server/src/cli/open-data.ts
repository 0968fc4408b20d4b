/** The database with the shipped figures in it, opened for one command. */

import { loadData } from '../data-pack/load.ts'
import type { Config } from '../platform/config.ts'
import { openStore, type Store } from '../platform/db/open.ts'

export const withStore = <Result>(config: Config, work: (store: Store) => Result): Result => {
  const store = openStore(config.databaseFile)
  try {
    loadData(store, config.dataFolder, new Date().toISOString())
    return work(store)
  } finally {
    store.close()
  }
}
