/** The OpenAPI document against the app that it describes, and against those who read it. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import openapiTypeScript, { astToString } from 'openapi-typescript'
import { afterAll, describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'

type Operation = {
  operationId: string
  security: object[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>
}
type Document = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

const ROOT = join(import.meta.dirname, '..', '..', '..')
/** Pages and their files are for browsers; the last one answers for addresses that there are not. */
const NOT_DESCRIBED = ['/*', '/assets/*', '*']

const { app, json } = await openTestApp()
const document = await json<Document>('/openapi.json')
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    ...operation,
  })),
)
const folder = mkdtempSync(join(tmpdir(), 'muster-openapi-'))
const file = join(folder, 'openapi.json')
writeFileSync(file, JSON.stringify(document))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the OpenAPI document', () => {
  test('has every route of the app and no other', async () => {
    await app.ready()
    const routes = routesOf(app.printRoutes({ commonPrefix: false }))
    expect(routes.length).toBeGreaterThan(70)
    expect(operations.map(({ name }) => name).sort()).toEqual(routes.sort())
  })

  test('is listed in short on the page of the API: the same operations but those of forms', async () => {
    const rows = await json<{ id: string }[]>('/endpoints')
    const described = operations.map(({ operationId }) => operationId)
    expect(rows.map(({ id }) => id).sort()).toEqual(
      described.filter((id) => !id.endsWith('ByForm')).sort(),
    )
  })

  test('names each operation once, and the schema of each body and each reply in JSON', () => {
    const ids = operations.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    const contents = operations.flatMap(({ name, requestBody, responses }) =>
      [requestBody, ...Object.values(responses)].flatMap((part) =>
        Object.entries(part?.content ?? {})
          .filter(([type]) => /json$|^multipart|urlencoded$/.test(type))
          .map(([, { schema }]) => ({ name, schema })),
      ),
    )
    expect(contents.length).toBeGreaterThan(60)
    for (const { name, schema } of contents)
      expect([name, Object.keys(schema)]).toEqual([name, ['$ref']])
  })

  test.each([
    ['redocly', ['lint', file, '--extends', 'recommended', '--format', 'json']],
    ['spectral', ['lint', file, '--ruleset', rulesFile(), '--format', 'json', '-F', 'hint', '-q']],
  ])('passes %s without an error or a warning', async (command, args) => {
    const { stdout } = await tool(command, args)
    const found = JSON.parse(stdout) as { problems?: object[] } | object[]
    expect(Array.isArray(found) ? found : found.problems).toEqual([])
  })

  test('makes a client that compiles under strict, with names for its types', async () => {
    writeFileSync(join(folder, 'api.d.ts'), astToString(await openapiTypeScript(document as never)))
    writeFileSync(join(folder, 'use.ts'), USE)
    const { stdout } = await tool('tsc', [
      ...['--strict', '--noEmit', '--exactOptionalPropertyTypes', '--module', 'nodenext'],
      ...['--types', '', '--ignoreConfig', join(folder, 'use.ts')],
    ])
    expect(stdout).toBe('')
  })
})

/** What a program would write with the generated types; the marked line must not compile. */
const USE = `import type { components, operations } from './api.js'
type Schemas = components['schemas']
export const statusOf = (promise: Schemas['PromiseDetail']): Schemas['PromiseStatus'] => promise.status
export const body: operations['setOverride']['requestBody']['content']['application/json'] = {
  status: 'kept',
  reason: 'It was delivered.',
}
// @ts-expect-error
export const wrong: Schemas['NewOverrideBody'] = { status: 'fulfilled', reason: '' }
`

function rulesFile(): string {
  const rules = join(folder, 'rules.yaml')
  writeFileSync(rules, 'extends: ["spectral:oas"]\n')
  return rules
}

/** Of this project, in its own Node; none of them may ask the network. */
const tool = async (command: string, args: string[]): Promise<{ stdout: string }> => {
  const bins = ['tests/node_modules/.bin', 'node_modules/.bin'].map((bin) => join(ROOT, bin))
  const [first = '', second = ''] = command === 'tsc' ? bins.toReversed() : bins
  const env = {
    ...process.env,
    PATH: [first, second, process.env.PATH].join(delimiter),
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  }
  return promisify(execFile)(command, args, { env, maxBuffer: 10_000_000 }).catch(
    (failed: { stdout?: string; stderr?: string }) => ({
      stdout: `${failed.stdout ?? ''}${failed.stderr ?? ''}`,
    }),
  )
}

/** Fastify prints a tree: what stands deeper goes on from what stands above it. */
function routesOf(tree: string): string[] {
  const above: string[] = []
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] =
      /^((?:│ {3}| {4})*)[├└]── (\S*) \(([^)]*)\)$/.exec(line) ?? []
    const depth = indent.length / 4
    above.length = depth
    const path = above.join('') + part
    above.push(part)
    if (part === '' || NOT_DESCRIBED.includes(path)) return []
    return methods
      .split(', ')
      .filter((method) => method !== 'HEAD')
      .map((method) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  })
}
