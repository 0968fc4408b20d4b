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
