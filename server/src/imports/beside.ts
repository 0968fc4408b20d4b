/** Entry of the process that runs one import beside the server; `tasks.ts` starts it. */
import { answerTask, type Errand } from './tasks.ts'

process.once('message', ({ databaseFile, task }: Errand) => {
  process.send?.(answerTask(databaseFile, task), () => process.disconnect())
})
