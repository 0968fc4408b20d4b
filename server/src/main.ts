/**
 * Where the server begins: sets the process up, which must come before anything else is loaded.
 *
 * The heap is told to stay small: grown while modules are loaded, its young part alone would hold
 * 100 MB for ever that nothing uses, and what is hot here is bytes, not objects. Compiled code is
 * kept beside the database for the next start; where that folder cannot be written, nothing is kept.
 */
import { enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'

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
enableCompileCache(join(import.meta.dirname, '..', '..', 'data', 'local', 'compiled'))

/**
 * For each of its 150 modules Node would decode the whole package.json of Drizzle, 180 kB of it, to
 * learn that it is a module: more than half of a start, and 100 MB that are thrown away.
 */
const hooks = registerHooks({
  resolve: (specifier, context, next) =>
    /^\.\.?\//.test(specifier) && context.parentURL?.includes('/node_modules/drizzle-orm/') === true
      ? {
          url: new URL(specifier, context.parentURL).href,
          format: 'module',
          shortCircuit: true,
        }
      : next(specifier, context),
})
const { serve } = await import('./serve.ts')
hooks.deregister()
await serve()
