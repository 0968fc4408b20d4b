/** Entry of the worker thread; `tasks.ts` starts it. */
import { parentPort, workerData } from 'node:worker_threads'
import { answerTask } from './tasks.ts'

parentPort?.postMessage(answerTask(workerData.databaseFile, workerData.task))
