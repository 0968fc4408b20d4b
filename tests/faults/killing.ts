/**
 * A writer that is killed: takes an import in and takes it back, over and over, until it is ended
 * from outside. Run as its own process by the kill test.
 *
 * argv: the database file. Prints `ready` once it is about to write.
 */

import { checkImport, commitImport, undoImport } from '@muster/server/imports/jobs/import-commands'
import { openStore } from '@muster/server/platform/db/open'
import { monthlyStrength } from './files.ts'

const [, , file = '', round = '0'] = process.argv
const store = openStore(file)
const asker = { by: 'fault test', at: new Date().toISOString() }

/** Every kind of tick that such a file may need. */
const TICKS = ['large-change', 'area-missing', 'figures-missing', 'older-edition']

console.log('ready')
for (let turn = 0; ; turn += 1) {
  const id = checkImport(
    store,
    {
      bytes: monthlyStrength(Number(round) * 1_000 + turn),
      fileName: `strength-${round}-${turn}.csv`,
      source: 'police-force-strength',
      published: null,
    },
    asker,
  )
  commitImport(store, id, { ticks: TICKS.map((code) => ({ code, reason: 'fault test' })) }, asker)
  undoImport(store, id, asker)
  if (turn % 2 === 0) commitImport(store, id, { ticks: [] }, asker)
}
