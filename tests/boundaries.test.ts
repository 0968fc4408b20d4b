/**
 * Who may import whom: the table of the architecture as a value, held against every import of every
 * file, types and lazy ones included. A room is a folder with sources in it.
 */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/**
 * From the ground up: room | rooms it may use besides itself | packages. `src` is left out of each
 * path. What is outside of `shared/domain`, `shared/words` and `shared/charts` may use all rooms
 * below one of them by its name; a room inside names the others one by one.
 */
const TABLE = `
shared/domain                      |  | zod
shared/domain/areas                |  | zod
shared/domain/series               | shared/domain/areas | zod
shared/domain/verdicts             | shared/domain/series | zod
shared/domain/reviews              | shared/domain/series shared/domain/verdicts | zod
shared/contract                    | shared/domain | zod
shared/words                       | shared/domain |
shared/charts/lines                | shared/contract shared/domain shared/words |
shared/charts/words                | shared/charts/lines shared/contract shared/domain shared/words |
shared/charts/model                | shared/charts/lines shared/charts/words shared/contract shared/domain shared/words |
shared/charts/svg                  | shared/charts/model |
shared/charts/kinds                | shared/charts/model shared/charts/svg shared/contract shared/domain |
shared/charts                      | shared/charts/kinds shared/charts/model shared/contract |
shared/charts/stills               | shared/charts/kinds shared/charts/model shared/charts/svg shared/charts/words shared/contract |
shared/view                        | shared/domain |
shared/words/promises              | shared/contract shared/domain shared/words |
shared/words/reviews               | shared/domain shared/words shared/words/promises |
server/platform/db/migrations/meta |  |
server/platform/db                 | server/platform/db/migrations/meta | better-sqlite3 drizzle-orm node
server/platform/http               | shared/contract shared/domain server/platform/db | @fastify/static csv-parse csv-stringify fastify node zod
server/accounts                    | shared/contract shared/domain server/platform/db server/platform/http | drizzle-orm fastify node zod
server/platform                    | shared/domain | node
server/reference                   | shared/contract shared/domain server/platform/db server/platform/http | drizzle-orm
server/figures                     | shared/contract shared/domain shared/words server/platform server/platform/db server/platform/http server/reference | drizzle-orm
server/promises                    | shared/contract shared/domain shared/words server/accounts server/figures server/platform/db server/platform/http server/reference | date-holidays drizzle-orm lru-cache
server/changes                     | shared/contract shared/domain shared/words server/figures server/platform/http server/promises server/reference |
server/data-pack                   | shared/domain server/figures server/platform/db server/reference | csv-parse drizzle-orm node zod
server/explore/areas               | shared/contract shared/domain shared/words server/figures server/platform/http server/reference |
server/explore/fair-share          | shared/contract shared/domain shared/words server/figures server/platform/http server/reference |
server/documents                   | shared/charts shared/contract shared/domain shared/words server/platform | @resvg/resvg-js @sparticuz/chromium fastify fflate node playwright-core pptxgenjs write-excel-file
server/explore                     | shared/words server/reference |
server/explore/series              | shared/charts shared/contract shared/domain shared/words server/documents server/explore server/figures server/platform/http server/promises server/reference |
server/explore/ranking             | shared/charts shared/contract shared/domain server/documents server/explore server/explore/series server/figures server/platform/http server/reference |
server/files/cells                 | shared/contract |
server/files/csv                   | server/files/cells | csv-parse node
server/files/zip                   | server/files/cells | fflate node
server/files/xml                   | server/files/cells server/files/zip | saxes
server/files/ods                   | server/files/cells server/files/xml server/files/zip |
server/files/xlsx                  | server/files/cells server/files/xml server/files/zip | numfmt
server/files                       | server/files/cells server/files/csv server/files/ods server/files/xlsx server/files/zip |
server/imports                     | server/files/cells |
server/imports/names               | shared/contract shared/domain shared/words server/accounts server/platform/db server/platform/http server/reference | drizzle-orm
server/imports/layouts/reading     | shared/domain shared/words server/files/cells server/imports server/imports/names server/platform |
server/imports/layouts/home-office | shared/domain shared/words server/files/cells server/imports server/imports/layouts/reading server/imports/names server/platform |
server/imports/layouts/met         | shared/domain shared/words server/files/cells server/imports server/imports/layouts/reading server/imports/names server/platform |
server/imports/layouts/muster      | shared/domain shared/words server/files/cells server/imports server/imports/layouts/reading server/imports/names server/reference | fflate
server/imports/layouts/ons         | server/files/cells server/imports server/imports/layouts/reading server/imports/names |
server/imports/layouts             | server/files/cells server/imports server/imports/layouts/home-office server/imports/layouts/met server/imports/layouts/muster server/imports/layouts/ons server/imports/layouts/reading server/imports/names |
server/imports/mapping             | shared/contract server/accounts server/files/cells server/imports server/imports/layouts/muster server/imports/layouts/reading server/imports/names server/platform/db | drizzle-orm zod
server/imports/jobs                | shared/contract shared/domain shared/words server/accounts server/figures server/files server/files/cells server/imports server/imports/layouts server/imports/layouts/reading server/imports/mapping server/imports/names server/platform server/platform/db server/platform/http server/promises server/reference | drizzle-orm node
server/imports/http                | shared/contract shared/domain shared/words server/imports/jobs server/imports/layouts/muster server/imports/names server/platform/http server/reference | fastify
server/reviews                     | shared/charts shared/contract shared/domain shared/words server/accounts server/documents server/explore/series server/figures server/platform/db server/platform/http server/promises server/reference | drizzle-orm fastify node
server                             | shared/contract server/accounts server/changes server/data-pack server/explore/areas server/explore/fair-share server/explore/ranking server/explore/series server/figures server/files/cells server/imports/http server/imports/jobs server/platform server/platform/db server/platform/http server/promises server/reference server/reviews | @fastify/helmet @fastify/multipart close-with-grace fastify node
server/demo                        | shared/domain server/data-pack server/platform/db | drizzle-orm
server/cli                         | shared/contract shared/words server server/accounts server/data-pack server/demo server/imports/jobs server/platform server/platform/db server/platform/http server/promises server/reference server/reviews | fastify node
client/api                         | shared/contract shared/domain shared/view shared/words | @tanstack/react-query react
client/ui                          | shared/contract shared/domain shared/view shared/words client/api | react wouter
client/features/accounts           | shared/contract shared/domain shared/view shared/words client/api client/ui | react
client/charts/still                | shared/charts | react
client/charts/live                 | shared/charts shared/words client/charts/still | react recharts
client/charts                      | shared/charts shared/contract client/charts/live client/charts/still | react
client/ledger                      | shared/contract shared/view shared/words client/ui |
client/features/areas              | shared/charts shared/contract shared/domain shared/view shared/words client/api client/charts client/ledger client/ui |
client/features/compare            | shared/charts shared/contract shared/domain shared/view shared/words client/api client/charts client/ui | react
client/features/data               | shared/contract shared/domain shared/view shared/words client/api client/ledger client/ui |
client/features/imports            | shared/contract shared/domain shared/view shared/words client/api client/ui | @tanstack/react-query react wouter
client/features/promises           | shared/charts shared/contract shared/domain shared/view shared/words client/api client/charts client/ledger client/ui | react
client/features/reviews            | shared/charts shared/contract shared/domain shared/view shared/words client/api client/charts client/charts/still client/ui | @tanstack/react-query react react-dom
client/present                     | shared/charts shared/contract shared/domain shared/view shared/words client/api client/charts client/charts/live client/charts/still client/ui | @tanstack/react-query react wouter
client/app                         | shared/view shared/words client/api client/features/accounts client/features/areas client/features/compare client/features/data client/features/imports client/features/promises client/features/reviews client/present client/ui | react wouter
client                             | shared/domain shared/view client/api client/app | @tanstack/react-query react-dom wouter
`

type Room = { name: string; rooms: readonly string[]; packages: readonly string[] }
type Import = { file: string; room: string; target: string; to: string | null }

const ROOMS: readonly Room[] = TABLE.trim()
  .split('\n')
  .map((row) => {
    const [name = '', rooms = '', packages = ''] = row.split('|').map((cell) => cell.trim())
    return { name, rooms: listOf(rooms), packages: listOf(packages) }
  })
/** Rooms that others may use by the name of the folder above. */
const WHOLE = ['shared/domain', 'shared/words', 'shared/charts']

const FILES = globSync(
  ['shared/src/**/*.ts', 'server/src/**/*.{ts,json}', 'client/src/**/*.{ts,tsx}'],
  { cwd: ROOT },
)
const IMPORTS = FILES.filter((file) => !file.endsWith('.json')).flatMap(importsOf)

describe('the table of who may import whom', () => {
  test('is held against imports at all, so that it cannot pass by reading nothing', () => {
    expect(IMPORTS.length).toBeGreaterThan(1_500)
  })

  test('has a row for every folder with sources, and none for a folder that is gone', () => {
    expect(ROOMS.map(({ name }) => name).sort()).toEqual([...new Set(FILES.map(roomOf))].sort())
  })

  test.each(ROOMS)('lets $name use what it needs and nothing else', ({ name, rooms, packages }) => {
    const own = IMPORTS.filter(({ room }) => room === name)
    const used = own.flatMap(({ to }) => (to === null || to === name ? [] : [nameIn(name, to)]))
    expect([...new Set(used)].sort()).toEqual([...rooms].sort())
    const names = own.flatMap(({ to, target }) => (to === null ? [packageOf(target)] : []))
    expect([...new Set(names)].sort()).toEqual([...packages].sort())
  })
})

describe('imports', () => {
  test('go round in no circle of files', () => {
    expect(circlesOf(IMPORTS.map(({ file, target }) => [file, target]))).toEqual([])
  })

  test('go round in no circle of folders', () => {
    const between = IMPORTS.filter(({ to, room }) => to !== null && to !== room)
    expect(circlesOf(between.map(({ room, to }) => [room, to ?? '']))).toEqual([])
  })

  test('of shared know nothing of Node, and only the database room knows the driver', () => {
    const strays = IMPORTS.filter(
      ({ room, target }) =>
        (room.startsWith('shared/') && target.startsWith('node:')) ||
        (target === 'better-sqlite3' && room !== 'server/platform/db'),
    )
    expect(strays).toEqual([])
  })

  test('that go round are seen', () => {
    expect(
      circlesOf([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
        ['c', 'd'],
      ]),
    ).toEqual([['a', 'b', 'c']])
  })
})

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const found = text.matchAll(
    /^(?:import|export)\b[^'\n]*(?:\n[^'\n]*)*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
  )
  return [...found]
    .map(([, from, bare, lazy]) => from ?? bare ?? lazy ?? '')
    .filter((name) => !name.endsWith('.css'))
    .map((name) => {
      const target = name.startsWith('.')
        ? relative(ROOT, join(ROOT, dirname(file), name))
        : name.replace(
            /^@muster\/(\w+)\/(.+?)(\.tsx)?$/,
            (_, side, path, ending) => `${side}/src/${path}${ending ?? '.ts'}`,
          )
      const isOurs = /^(shared|server|client)\/src\//.test(target)
      return { file, room: roomOf(file), target, to: isOurs ? roomOf(target) : null }
    })
}

function roomOf(file: string): string {
  return dirname(file).replace(/\/src(\/|$)/, '$1')
}

function nameIn(room: string, to: string): string {
  const whole = WHOLE.find((name) => isWithin(to, name) && !isWithin(room, name))
  return whole ?? to
}

function isWithin(room: string, name: string): boolean {
  return room === name || room.startsWith(`${name}/`)
}

function packageOf(target: string): string {
  if (target.startsWith('node:')) return 'node'
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
}

function listOf(cell: string): string[] {
  return cell === '' ? [] : cell.split(' ')
}

/** Sets of names that lead to one another (Tarjan), each in the order of the alphabet. */
function circlesOf(edges: readonly (readonly [from: string, to: string])[]): string[][] {
  const next = Map.groupBy(edges, ([from]) => from)
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const circles: string[][] = []
  const visit = (at: string): void => {
    index.set(at, index.size)
    low.set(at, index.get(at) ?? 0)
    stack.push(at)
    for (const [, to] of next.get(at) ?? []) {
      if (!index.has(to)) visit(to)
      if (stack.includes(to)) low.set(at, Math.min(low.get(at) ?? 0, low.get(to) ?? 0))
    }
    if (low.get(at) !== index.get(at)) return
    const circle = stack.splice(stack.indexOf(at))
    if (circle.length > 1 || next.get(at)?.some(([, to]) => to === at)) circles.push(circle.sort())
  }
  for (const at of next.keys()) if (!index.has(at)) visit(at)
  return circles
}
