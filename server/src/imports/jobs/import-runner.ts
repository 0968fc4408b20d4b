/**
 * Imports run beside the server, in a process with its own connection, so that reading goes on while
 * a large file is checked, and a file that kills its reader leaves the server standing: with worker
 * threads a fault of the JavaScript engine took the whole process with it. One at a time, for there
 * is one writer; looking into a file, which writes nothing, waits only for other looks.
 */
import { fork } from 'node:child_process'
import { ProblemError } from '@muster/shared/contract/problem'
import type { Store } from '../../platform/db/open.ts'
import type { Answer, ImportTask, ResultOf, TaskMessage } from './import-task.ts'

export type ImportRunner = <Task extends ImportTask>(task: Task) => Promise<ResultOf<Task>>

/** In memory there is one connection, and no other process can see it. */
export const importRunner = (store: Store, databaseFile: string): ImportRunner => {
  const queues: Record<'write' | 'look', Promise<unknown>> = {
    write: Promise.resolve(),
    look: Promise.resolve(),
  }
  return <Task extends ImportTask>(task: Task) => {
    const run = (): Promise<ResultOf<Task>> =>
      databaseFile === ':memory:'
        ? import('./task-dispatch.ts').then(({ runTask }) => runTask(store, task))
        : inProcess(databaseFile, task)
    const queue = task.kind === 'look' || task.kind === 'preview' ? 'look' : 'write'
    const result = queues[queue].then(run, run)
    queues[queue] = result.catch(() => undefined)
    return result
  }
}

/**
 * The most heap that reading a file may take, and its young part, in MB. Left to itself the young
 * part takes 100 MB, and a million rows are read no faster for it.
 */
export const IMPORT_FLAGS: readonly string[] = [
  '--max-old-space-size=1024',
  '--max-semi-space-size=16',
]

const inProcess = <Task extends ImportTask>(
  databaseFile: string,
  task: Task,
): Promise<ResultOf<Task>> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('./import-process.ts', import.meta.url), [], {
      // Bytes of a file go over as bytes, not as JSON.
      serialization: 'advanced',
      execArgv: [...IMPORT_FLAGS],
    })
    const deadline = setTimeout(() => {
      child.kill('SIGKILL')
      reject(
        new ProblemError(
          'unreadable-file',
          'Reading this file took longer than ten minutes, so it was stopped. Nothing was written.',
        ),
      )
    }, LONGEST_MS)
    child.once('message', (answer: Answer) => {
      if ('result' in answer) resolve(answer.result as ResultOf<Task>)
      else if ('code' in answer) reject(new ProblemError(answer.code, answer.detail, answer.errors))
      else reject(new Error(answer.crash))
    })
    child.once('error', reject)
    // One that runs out of memory ends without an answer; after an answer this changes nothing.
    child.once('exit', () => {
      clearTimeout(deadline)
      reject(new Error('The import ended without an answer.'))
    })
    child.send({ databaseFile, task } satisfies TaskMessage)
  })

const LONGEST_MS = 10 * 60 * 1_000
