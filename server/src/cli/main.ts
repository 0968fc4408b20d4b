/** `pnpm muster <command>`: what an analyst or an operator does without a browser. */
import { loadQuickly } from '../platform/loading.ts'

const { explain, run } = await loadQuickly(() => import('./run.ts'))

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(explain(error))
    process.exitCode = 1
  },
)
