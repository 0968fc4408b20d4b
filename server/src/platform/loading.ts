/**
 * How a process of ours loads its modules: compiled code is kept beside the database for the next
 * start; where that folder cannot be written, nothing is kept.
 *
 * For each of its 150 modules Node would decode the whole package.json of Drizzle, 180 kB of it, to
 * learn that it is a module: more than half of a start, and 100 MB that are thrown away.
 */
import { enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'

export const loadQuickly = async <Module>(load: () => Promise<Module>): Promise<Module> => {
  enableCompileCache(join(import.meta.dirname, '..', '..', '..', 'data', 'local', 'compiled'))
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      /^\.\.?\//.test(specifier) &&
      context.parentURL?.includes('/node_modules/drizzle-orm/') === true
        ? {
            url: new URL(specifier, context.parentURL).href,
            format: 'module',
            shortCircuit: true,
          }
        : next(specifier, context),
  })
  try {
    return await load()
  } finally {
    hooks.deregister()
  }
}
