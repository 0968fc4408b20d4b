/**
 * Entry of a process that imports as a program does: `import-upload.ts PORT TOKEN DATABASE ROWS` sends
 * the file, then commits. Apart, so that it takes nothing from the process that measures.
 */

import { openStore } from '@muster/server/platform/db/open'
import type { Import } from '@muster/shared/contract/import'
import { TIDY_FILE, ticksFor, tidyBytes } from './import-file.ts'

const run = async ([port, token, database = '', rows]: readonly string[]): Promise<void> => {
  const store = openStore(database)
  const bytes = tidyBytes(store, Number(rows))
  store.close()
  const send = async (path: string, init: RequestInit): Promise<Import> => {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      method: 'POST',
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Import
  }
  const form = new FormData()
  form.set('source', TIDY_FILE.source)
  form.set('published', TIDY_FILE.published)
  form.set('file', new Blob([new Uint8Array(bytes)]), TIDY_FILE.fileName)
  process.stdout.write('sending\n')
  const checked = await send('/imports', { body: form })
  await send(`/imports/${checked.id}/commit`, {
    body: JSON.stringify({ ticks: ticksFor(checked) }),
    headers: { 'content-type': 'application/json' },
  })
}

await run(process.argv.slice(2))
