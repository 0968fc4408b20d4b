/**
 * Stands in for zod in the bundles. Replies are checked where they are made, on the server; modules
 * of `shared` that pages use for their words and sums also declare schemas, and here such a
 * declaration builds nothing and weighs nothing. Using one is a fault and says so.
 */
const nothing: unknown = new Proxy(() => nothing, {
  get: (_, name) => {
    if (CHECKS.includes(name)) throw new Error(`Schemas are checked on the server: ${String(name)}`)
    return nothing
  },
})

const CHECKS: readonly (string | symbol)[] = ['parse', 'safeParse', 'decode', 'encode']

export { nothing as z }
