/** Which methods an address of the API takes, so that a wrong one can be told from a wrong address. */
import type { FastifyInstance } from 'fastify'

/** @returns the methods of a path, sorted; none where there is no such address. */
export const methodsByPath = (app: FastifyInstance): ((path: string) => string[]) => {
  const routes: { pattern: RegExp; methods: readonly string[] }[] = []
  app.addHook('onRoute', ({ method, url }) => {
    if (url.includes('*')) return
    const pattern = new RegExp(
      `^${url.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}/?$`,
    )
    routes.push({ pattern, methods: [method].flat() })
  })
  return (path) =>
    [
      ...new Set(
        routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods),
      ),
    ].sort()
}
