/** Entry of the process that runs one import; `import-runner.ts` starts it. */
import { constants, getPriority, setPriority } from 'node:os'
import { loadQuickly } from '../../platform/loading.ts'
import type { TaskMessage } from './import-task.ts'

// Readers go first where processors are few; one that is behind already may not be put forward.
const behind = constants.priority.PRIORITY_BELOW_NORMAL
if (getPriority() < behind) setPriority(behind)

const loading = loadQuickly(() => import('./task-dispatch.ts'))

process.once('message', async ({ databaseFile, task }: TaskMessage) => {
  const { answerTask } = await loading
  process.send?.(answerTask(databaseFile, task), () => process.disconnect())
})
