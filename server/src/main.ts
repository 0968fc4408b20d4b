/**
 * Where the server begins: sets the process up, which must come before anything else is loaded.
 *
 * The heap is told to stay small: grown while modules are loaded, its young part alone would hold
 * 100 MB for ever that nothing uses, and what is hot here is bytes, not objects.
 */
import { setFlagsFromString } from 'node:v8'
import { loadQuickly } from './loading.ts'

/**
 * glibc reads these only when a process begins, so it begins again, under the same number. As it
 * stands by itself it gives each thread a heap of its own and keeps what was freed: 45 MB at rest.
 */
const ALLOCATOR = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
}
if (process.platform === 'linux' && process.env.MALLOC_ARENA_MAX === undefined)
  process.execve?.(
    process.execPath,
    [process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    {
      ...process.env,
      ...ALLOCATOR,
    },
  )

setFlagsFromString('--optimize-for-size')
const { serve } = await loadQuickly(() => import('./serve.ts'))
await serve()
