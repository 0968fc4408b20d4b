/**
 * Imports run beside the server, in a worker thread with its own connection, so that reading goes on
 * while a large file is checked. One at a time: there is one writer.
 */
import { Worker } from 'node:worker_threads'
import type { CommitBody } from '@muster/shared/api/import'
import { type ProblemCode, ProblemError } from '@muster/shared/api/problem'
import { openStore, type Store } from '../db/open.ts'
import { type Asker, checkImport, commitImport, type Upload, undoImport } from './jobs.ts'

export type ImportTask =
  | { kind: 'check'; upload: Upload; asker: Asker }
  | { kind: 'commit'; id: number; body: CommitBody; asker: Asker }
  | { kind: 'undo'; id: number; asker: Asker }

export type ImportRunner = (task: ImportTask) => Promise<number>

/** @returns the number of the import. */
export const runTask = (store: Store, task: ImportTask): number => {
  if (task.kind === 'check') return checkImport(store, task.upload, task.asker)
  if (task.kind === 'commit') commitImport(store, task.id, task.body, task.asker)
  else undoImport(store, task.id, task.asker)
  return task.id
}

/** In memory there is one connection, and no other thread can see it. */
export const importRunner = (store: Store, databaseFile: string): ImportRunner => {
  let queue: Promise<unknown> = Promise.resolve()
  return (task) => {
    const run = (): Promise<number> =>
      databaseFile === ':memory:'
        ? Promise.resolve().then(() => runTask(store, task))
        : inWorker(databaseFile, task)
    const result = queue.then(run, run)
    queue = result.catch(() => undefined)
    return result
  }
}

type Answer =
  | { id: number }
  | { code: ProblemCode; detail: string; errors: ProblemError['errors'] }
  | { crash: string }

/** The worker's side: one task, one answer. */
export const answerTask = (databaseFile: string, task: ImportTask): Answer => {
  const store = openStore(databaseFile)
  try {
    return { id: runTask(store, task) }
  } catch (error) {
    if (error instanceof ProblemError)
      return { code: error.code, detail: error.message, errors: error.errors }
    return { crash: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  } finally {
    store.close()
  }
}

const inWorker = (databaseFile: string, task: ImportTask): Promise<number> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { databaseFile, task },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    const deadline = setTimeout(() => {
      void worker.terminate()
      reject(
        new ProblemError(
          'unreadable-file',
          'Reading this file took longer than ten minutes, so it was stopped. Nothing was written.',
        ),
      )
    }, LONGEST_MS)
    worker.once('message', (answer: Answer) => {
      clearTimeout(deadline)
      if ('id' in answer) resolve(answer.id)
      else if ('code' in answer) reject(new ProblemError(answer.code, answer.detail, answer.errors))
      else reject(new Error(answer.crash))
    })
    worker.once('error', (error) => {
      clearTimeout(deadline)
      reject(error)
    })
    // A worker that runs out of memory ends without a message; after a message this changes nothing.
    worker.once('exit', () => {
      clearTimeout(deadline)
      reject(new Error('The import ended without an answer.'))
    })
  })

const MOST_MEMORY_MB = 1_024
const LONGEST_MS = 10 * 60 * 1_000
