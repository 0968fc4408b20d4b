/**
 * `pnpm start`: sets the process up before anything else is read, then runs `src/main.ts`.
 *
 * JavaScript, because the first file of TypeScript loads the stripper of types, 20 MB that stay,
 * unless the cache of compiled code is there before it. Like the settings of glibc's allocator,
 * which by itself gives each thread a heap of its own and keeps what was freed (45 MB at rest), it
 * is read only when a process begins: so this one begins again, under the same number.
 */
import { join } from 'node:path'

const { NODE_COMPILE_CACHE } = process.env
if (process.platform === 'linux' && NODE_COMPILE_CACHE === undefined)
  process.execve?.(
    process.execPath,
    [process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    {
      MALLOC_ARENA_MAX: '1',
      MALLOC_MMAP_THRESHOLD_: '131072',
      MALLOC_TRIM_THRESHOLD_: '131072',
      ...process.env,
      // The folder of `src/platform/loading.ts`.
      NODE_COMPILE_CACHE: join(import.meta.dirname, '..', 'data', 'local', 'compiled'),
    },
  )

await import('./src/main.ts')
