/** OpenAPI 3.1 made from the endpoint values themselves: what is declared is what is documented. */
import { API_ROOT, type Endpoint } from '@muster/shared/contract/endpoint'
import { PROBLEMS, Problem } from '@muster/shared/contract/problem'
import { z } from 'zod'

export const openApi = (
  endpoints: readonly Endpoint[],
  version = '1',
): Record<string, unknown> => ({
  openapi: '3.1.0',
  info: {
    title: 'Muster',
    version,
    description:
      'Police staffing figures and staffing promises, each figure with its source. Errors are problem details (RFC 9457).',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  paths: Object.fromEntries(endpoints.flatMap(pathsOf)),
  components: {
    schemas: { Problem: jsonSchema(Problem, 'output') },
    responses: {
      Problem: {
        description: Object.entries(PROBLEMS)
          .map(([code, { title, status }]) => `${status} ${code}: ${title}`)
          .join('. '),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  },
})

const pathsOf = (target: Endpoint): [string, object][] => {
  const path = API_ROOT + target.path.replace(/:(\w+)/g, '{$1}')
  if (target.file !== undefined)
    return [
      [
        path,
        operation(target, { [target.file]: { schema: { type: 'string', format: 'binary' } } }),
      ],
    ]
  const json: [string, object] = [
    path,
    operation(target, {
      'application/json': { schema: jsonSchema(target.reply, 'output') },
    }),
  ]
  return [json]
}

const operation = (target: Endpoint, content: object): object => ({
  [target.method.toLowerCase()]: {
    summary: target.summary,
    tags: [target.tag],
    parameters: [...parametersOf(target.params, 'path'), ...parametersOf(target.query, 'query')],
    responses: {
      200: { description: target.summary, content },
      304: { description: 'Unchanged since the ETag that was sent' },
      default: { $ref: '#/components/responses/Problem' },
    },
  },
})

const parametersOf = (schema: z.ZodType, place: 'path' | 'query'): object[] => {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, { description?: string }>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    ...(property.description === undefined ? {} : { description: property.description }),
    schema: property,
  }))
}

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): object => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  })
  return rest
}
