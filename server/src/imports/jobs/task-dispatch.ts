/**
 * The work itself, in whichever process: it brings the readers of all kinds of files with it, which a
 * server that only starts the work can do without.
 */
import type { FileLook, MappingPreview } from '@muster/shared/contract/import'
import { ProblemError } from '@muster/shared/contract/problem'
import { openStore, type Store } from '../../platform/db/open.ts'
import { readRegister } from '../../reference/register.ts'
import { lookAtFile, previewMapping } from './file-look.ts'
import {
  checkImport,
  commitImport,
  mapImport,
  recheckImport,
  undoImport,
} from './import-commands.ts'
import { jobOf, versionOfImport } from './import-records.ts'
import type { Answer, ImportTask, ResultOf, WriteTask } from './import-task.ts'

/** The other process's side: one task, one answer. */
export const answerTask = (databaseFile: string, task: ImportTask): Answer => {
  const store = openStore(databaseFile)
  try {
    return { result: runTask(store, task) }
  } catch (error) {
    if (error instanceof ProblemError)
      return { code: error.code, detail: error.message, errors: error.errors }
    return { crash: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  } finally {
    store.close()
  }
}

/** What a task answers is known by its kind alone, which the compiler cannot follow. */
export const runTask = <Task extends ImportTask>(store: Store, task: Task): ResultOf<Task> =>
  resultOf(store, task) as ResultOf<Task>

const resultOf = (store: Store, task: ImportTask): number | FileLook | MappingPreview => {
  if (task.kind === 'look') return lookAtFile(store.read, task.id)
  if (task.kind === 'preview')
    return previewMapping(store.read, readRegister(store.read), task.id, task.mapping)
  if (task.kind === 'check') return checkImport(store, task.upload, task.asker)
  refuseChangedImport(store, task)
  if (task.kind === 'commit') commitImport(store, task.id, task.body, task.asker)
  else if (task.kind === 'map') mapImport(store, task.id, task.mapping, task.asker)
  else if (task.kind === 'recheck') recheckImport(store, task.id, task.asker)
  else undoImport(store, task.id, task.asker)
  return task.id
}

/**
 * Writes wait for each other, so what was looked at when it was sent may be gone when its turn comes.
 * The texts of both are made by whoever sent it.
 */
const refuseChangedImport = (
  store: Store,
  { kind, id, seen }: Extract<WriteTask, { id: number }>,
): void => {
  if (seen === undefined) return
  const part = (version: string) => (kind === 'map' ? version : version.split('.')[0])
  if (part(versionOfImport(store.read, jobOf(store.read, id))) !== part(seen))
    throw new ProblemError('changed-meanwhile', `Import ${id} changed after it was shown.`)
}
