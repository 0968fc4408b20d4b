/** Every reply that a test sees is held against the OpenAPI document: its status, type and schema. */
import { openApi } from '@muster/server/platform/http/openapi'
import { ENDPOINTS } from '@muster/shared/contract/endpoints'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { FastifyInstance, FastifyReply, InjectOptions } from 'fastify'

type Described = Record<
  string,
  { $ref?: string; content?: Record<string, { schema: { $ref: string } }> }
>
type Document = {
  paths: Record<string, Record<string, { responses: Described }>>
  components: { responses: Described }
}

/** A reply that is not as described fails the test that asked for it. */
export const watchReplies = (app: FastifyInstance): void => {
  const { document, validate } = reader()
  const faults: string[] = []
  app.addHook('onSend', async ({ method, routeOptions }, reply, payload) => {
    const path = (routeOptions.url ?? '').replace(/:(\w+)/g, '{$1}')
    const described = document.paths[path]?.[method.toLowerCase()]
    if (described === undefined) return
    const fault = faultOf(described.responses[reply.statusCode], reply, payload)
    if (fault !== null) faults.push(`${method} ${path} ${reply.statusCode}: ${fault}`)
  })
  const faultOf = (
    found: Described[string] | undefined,
    reply: FastifyReply,
    payload: unknown,
  ): string | null => {
    if (found === undefined) return 'is not described'
    const { content } = found.$ref === undefined ? found : componentOf(document, found.$ref)
    const type = String(reply.getHeader('content-type') ?? '').split(';')[0] ?? ''
    const schema = content?.[type]?.schema
    if (schema === undefined)
      return content === undefined && (payload === '' || payload == null)
        ? null
        : `is of the type “${type}”, which is not described`
    if (!type.endsWith('json') || reply.getHeader('content-encoding') !== undefined) return null
    const check = validate(schema.$ref)
    return check(JSON.parse(String(payload))) ? null : JSON.stringify(check.errors?.slice(0, 3))
  }
  const inject = app.inject.bind(app)
  Object.assign(app, {
    inject: async (options: InjectOptions) => {
      const response = await inject(options)
      if (faults.length > 0) throw new Error(faults.splice(0).join('\n'))
      return response
    },
  })
}

const componentOf = ({ components }: Document, ref: string): Described[string] =>
  components.responses[ref.split('/').at(-1) ?? ''] ?? {}

/** Made once a process: a hundred schemas take a while to compile. */
const reader = (() => {
  let made: ReturnType<typeof makeReader> | undefined
  return () => {
    made ??= makeReader()
    return made
  }
})()

const makeReader = () => {
  const document = openApi(ENDPOINTS) as Document
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema(document, 'document')
  const known = new Map<string, ValidateFunction>()
  const validate = (ref: string): ValidateFunction => {
    const check = known.get(ref) ?? ajv.compile({ $ref: `document${ref}` })
    known.set(ref, check)
    return check
  }
  return { document, validate }
}
