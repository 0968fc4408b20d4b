/** Entry of the process that runs one import beside the server; `tasks.ts` starts it. */
import { constants, getPriority, setPriority } from 'node:os'
import { loadQuickly } from '../../loading.ts'
import type { Errand } from './tasks.ts'

// Readers go first where processors are few; one that is behind already may not be put forward.
const behind = constants.priority.PRIORITY_BELOW_NORMAL
if (getPriority() < behind) setPriority(behind)

const loading = loadQuickly(() => import('./task-work.ts'))

process.once('message', async ({ databaseFile, task }: Errand) => {
  const { answerTask } = await loading
  process.send?.(answerTask(databaseFile, task), () => process.disconnect())
})
