/** OpenAPI 3.1 made from the endpoint values themselves: what is declared is what is documented. */
import { type Endpoint, SESSION_COOKIE, TAGS } from '@muster/shared/contract/endpoint'
import { PROBLEMS, Problem, type ProblemCode } from '@muster/shared/contract/problem'
import { type Action, may, ROLES } from '@muster/shared/domain/permission'
import type { z } from 'zod'
import { type Components, makeComponents } from './openapi-components.ts'

export const openApi = (endpoints: readonly Endpoint[]): Record<string, unknown> => {
  const components = makeComponents()
  const problem = components.reply(Problem, 'Problem')
  const paths: Record<string, Record<string, object>> = {}
  const add = (path: string, method: string, operation: object): void => {
    const pattern = path.replace(/:(\w+)/g, '{$1}')
    paths[pattern] = { ...paths[pattern], [method.toLowerCase()]: operation }
  }
  for (const target of endpoints) {
    add(target.root + target.path, target.method, operationOf(target, components))
    if (target.form !== undefined) add(target.form.path, 'POST', formOf(target, components))
  }
  const used = new Set(endpoints.flatMap((target) => Object.keys(problemsOf(target))))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Muster',
      version: '1',
      description:
        'Police staffing figures and staffing promises, each figure with its source. Errors are problem details (RFC 9457).',
      contact: { name: 'Whoever runs this installation' },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This installation' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: SECURITY,
      schemas: components.schemas,
      responses: Object.fromEntries(
        Object.entries(BY_STATUS)
          .filter(([status]) => used.has(status))
          .map(([, codes]) => [nameOf(codes), problemReply(codes, problem)]),
      ),
    },
  }
}

const operationOf = (target: Endpoint, components: Components): object => ({
  operationId: target.id,
  summary: target.summary,
  description: describe(target),
  tags: [target.tag],
  security: securityOf(target.who),
  parameters: parametersOf(target, components),
  ...(target.method === 'GET' || isNothing(target.body, components)
    ? {}
    : {
        requestBody: {
          required: true,
          content: {
            [target.multipart === true ? 'multipart/form-data' : 'application/json']: {
              schema: components.body(target.body, `${capital(target.id)}Body`),
            },
          },
        },
      }),
  responses: {
    [target.status]: {
      description: target.status === 204 ? 'It is done' : target.summary,
      ...(target.status === 204 ? {} : { content: contentOf(target, components) }),
    },
    ...(target.kept === 'always'
      ? { 304: { description: 'Unchanged since the ETag that was sent' } }
      : {}),
    ...problemsOf(target),
  },
})

/** The twin for a plain form: the same, led on by a redirect. */
const formOf = (target: Endpoint, components: Components): object => ({
  operationId: `${target.id}ByForm`,
  summary: `${target.summary} (form)`,
  description: `The same as ${target.id} for a plain HTML form: it leads on to a page, which says what is wrong where something is. ${describe(target)}`,
  tags: [target.tag],
  security: securityOf(target.who),
  parameters: parametersOf(target, components),
  ...(target.form === undefined || isNothing(target.form.fields, components)
    ? {}
    : {
        requestBody: {
          required: true,
          content: {
            [target.multipart === true
              ? 'multipart/form-data'
              : 'application/x-www-form-urlencoded']: {
              schema: components.body(target.form.fields, `${capital(target.id)}Form`),
            },
          },
        },
      }),
  responses: {
    303: { description: 'The page to go on to' },
    default: { $ref: '#/components/responses/Internal' },
    ...problemsOf(target),
    ...(target.on === undefined ? {} : { 409: CHANGED_PAGE }),
  },
})

const contentOf = (target: Endpoint, components: Components): object => {
  if (target.file === undefined)
    return {
      'application/json': { schema: components.reply(target.reply, `${capital(target.id)}Reply`) },
    }
  const type = target.file.split(';')[0] ?? ''
  const schema = type.startsWith('text/')
    ? { type: 'string' }
    : { type: 'string', format: 'binary' }
  return { [type]: { schema } }
}

const parametersOf = (target: Endpoint, components: Components): object[] => [
  ...components.parameters(target.params, 'path'),
  ...components.parameters(target.query, 'query'),
]

const CHANGED_PAGE = {
  description: 'A page with what stands now and what was sent, and the form once more',
  content: { 'text/html': { schema: { type: 'string' } } },
}

const isNothing = (schema: z.ZodType, components: Components): boolean => components.isEmpty(schema)

/** In sentences: who may, how long it holds, what it leaves behind. */
const describe = ({ who, also, kept, changes, method, on }: Endpoint): string =>
  [
    who === 'anybody'
      ? 'For anybody.'
      : who === 'read'
        ? 'For anybody, where this installation is open to all, and else for whoever has an account.'
        : `For ${rolesOf(who)} (${who}).`,
    also === undefined ? '' : `Where ${also.when}: for ${rolesOf(also.action)} (${also.action}).`,
    on === undefined ? '' : `Made on a version of ${on} that was shown.`,
    method !== 'GET' || kept === 'never' ? '' : HOLDS[kept],
    changes.length === 0 ? '' : `Writes to the audit log: ${changes.join(', ')}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')

const HOLDS = {
  always: 'The same until the data version changes.',
  personal: 'It depends on who asks.',
} as const

const rolesOf = (action: Action): string =>
  ROLES.filter((role) => may(role, action, { readAccess: 'signed-in' })).join(', ')

const SECURITY = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
    description: 'Set by signing in. What changes something must come from a page of this site.',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    description: 'An API token that its owner made; one that reads changes nothing.',
  },
}

/** An empty requirement says that none is needed. */
const securityOf = (who: Endpoint['who']): object[] => {
  if (who === 'anybody') return []
  const byToken = may('admin', who, { readAccess: 'signed-in', through: 'write-token' })
  return [...(who === 'read' ? [{}] : []), { session: [] }, ...(byToken ? [{ token: [] }] : [])]
}

const problemsOf = ({ who, path, method, problems, on }: Endpoint): object => {
  const changes = method !== 'GET'
  const codes: ProblemCode[] = [
    'bad-request',
    ...(who === 'anybody' ? [] : (['unauthorized'] as const)),
    ...((who === 'anybody' || who === 'read') && !changes ? [] : (['forbidden'] as const)),
    ...(path.includes(':') ? (['not-found'] as const) : []),
    ...(changes ? (['too-large'] as const) : []),
    ...(on === undefined ? [] : (['changed-meanwhile'] as const)),
    ...problems,
    'internal',
  ]
  return Object.fromEntries(
    codes.map((code) => {
      const { status } = PROBLEMS[code]
      return [status, { $ref: `#/components/responses/${nameOf(BY_STATUS[status] ?? [])}` }]
    }),
  )
}

const problemReply = (codes: readonly ProblemCode[], schema: object): object => ({
  description: codes.map((code) => `${code}: ${PROBLEMS[code].title}`).join('. '),
  content: { 'application/problem+json': { schema } },
})

/** The codes of a status, the most general first. */
const BY_STATUS: Readonly<Record<number, readonly ProblemCode[]>> = Object.groupBy(
  Object.keys(PROBLEMS) as ProblemCode[],
  (code) => PROBLEMS[code].status,
) as Record<number, ProblemCode[]>

const nameOf = ([code = '']: readonly string[]): string => code.split('-').map(capital).join('')

const capital = (word: string): string => `${word[0]?.toUpperCase()}${word.slice(1)}`
