/** Who may import whom: the table of the architecture as a value, held against every import. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** A folder, and the folders (of the project) and packages that its files may import. */
const MAY_IMPORT: readonly {
  from: string
  folders: readonly string[]
  packages: readonly string[]
}[] = [
  { from: 'shared/src/domain', folders: ['shared/src/domain'], packages: ['zod'] },
  { from: 'shared/src/words', folders: ['shared/src/domain', 'shared/src/words'], packages: [] },
  {
    from: 'shared/src/contract',
    folders: ['shared/src/domain', 'shared/src/contract'],
    packages: ['zod'],
  },
  {
    from: 'shared/src/view',
    folders: ['shared/src/domain', 'shared/src/contract', 'shared/src/view'],
    packages: ['zod'],
  },
  {
    from: 'shared/src/charts',
    folders: ['shared/src/domain', 'shared/src/words', 'shared/src/contract', 'shared/src/charts'],
    packages: [],
  },
  {
    from: 'client/src/charts',
    folders: [
      'client/src/charts',
      'shared/src/charts',
      'shared/src/words',
      'shared/src/contract',
      'shared/src/domain',
    ],
    packages: ['react', 'recharts'],
  },
  {
    from: 'client/src/api',
    folders: ['client/src/api', 'shared/src'],
    packages: ['react', '@tanstack/react-query'],
  },
  {
    from: 'client/src/ui',
    folders: ['client/src/ui', 'client/src/api', 'shared/src'],
    packages: ['react', 'wouter'],
  },
  {
    from: 'client/src/ledger',
    folders: ['client/src/ledger', 'client/src/ui', 'shared/src'],
    packages: ['react'],
  },
  // The readers know cells, rows and sheets, and nothing of figures; only the largest size is agreed.
  {
    from: 'server/src/files',
    folders: ['server/src/files', 'shared/src/contract'],
    packages: ['csv-parse', 'fflate', 'numfmt', 'saxes', 'node:buffer', 'node:zlib'],
  },
  // No feature knows another: what two of them show stands in ui, ledger or charts.
  ...[
    'present',
    ...['accounts', 'areas', 'compare', 'data', 'imports', 'promises', 'reviews'].map(
      (feature) => `features/${feature}`,
    ),
  ].map((feature) => ({
    from: `client/src/${feature}`,
    folders: [
      `client/src/${feature}`,
      'client/src/api',
      'client/src/charts',
      'client/src/ledger',
      'client/src/ui',
      'shared/src',
    ],
    packages: ['react', 'react-dom', 'wouter', '@tanstack/react-query'],
  })),
]

/** A subject of the server uses no other subject, but for these, which put subjects together. */
const SUBJECTS = ['accounts', 'changes', 'explore', 'imports', 'promises', 'reviews']
const COMPOSE: Readonly<Record<string, readonly string[]>> = {
  // A chart shows the promised level, and a promise names the series that tests it.
  explore: ['promises'],
  // An import shows the verdicts that it would turn, and every write is somebody's.
  imports: ['promises', 'accounts'],
  promises: ['accounts'],
  // A review puts promises, series and their makers together.
  reviews: ['promises', 'explore', 'accounts'],
  // What changed is also which verdicts turned.
  changes: ['promises'],
}

/** The rooms of an import, each built on those before it. */
const IMPORT_ROOMS = ['import-finding.ts', 'names', 'layouts', 'mapping', 'jobs', 'http']

type Import = { file: string; target: string }

describe('imports', () => {
  const imports = globSync(
    ['shared/src/**/*.ts', 'server/src/**/*.ts', 'client/src/**/*.{ts,tsx}'],
    {
      cwd: ROOT,
    },
  ).flatMap(importsOf)

  test('are found at all, so that this table cannot pass by reading nothing', () => {
    expect(imports.length).toBeGreaterThan(300)
  })

  test.each(MAY_IMPORT)('of $from stay within what it may know', ({ from, folders, packages }) => {
    const strays = imports
      .filter(({ file }) => file.startsWith(`${from}/`))
      .filter(
        ({ target }) =>
          !target.endsWith('.css') &&
          !folders.some((folder) => target.startsWith(`${folder}/`)) &&
          !packages.some((name) => target === name || target.startsWith(`${name}/`)),
      )
    expect(strays).toEqual([])
  })

  test('of the driver stay in server/src/platform/db', () => {
    expect(
      imports.filter(
        ({ file, target }) =>
          target === 'better-sqlite3' && !file.startsWith('server/src/platform/db/'),
      ),
    ).toEqual([])
  })

  test('of shared know nothing of Node, server or client', () => {
    expect(
      imports.filter(
        ({ file, target }) =>
          file.startsWith('shared/') && /^(node:|server\/|client\/)/.test(target),
      ),
    ).toEqual([])
  })

  test('of the rooms of an import go back only, and of a publisher’s layouts to no other publisher', () => {
    const roomOf = (path: string): number => {
      const [, room] = /^server\/src\/imports\/([^/]+)/.exec(path) ?? []
      return room === undefined ? -1 : IMPORT_ROOMS.indexOf(room)
    }
    const publisherOf = (path: string): string | undefined =>
      /^server\/src\/imports\/layouts\/([^/]+)\//.exec(path)?.[1]
    const inside = imports.filter(({ file }) => file.startsWith('server/src/imports/'))
    expect(inside.filter(({ file }) => roomOf(file) < 0)).toEqual([])
    expect(inside.filter(({ file, target }) => roomOf(target) > roomOf(file))).toEqual([])
    expect(
      inside.filter(({ file, target }) => {
        const [own, other] = [publisherOf(file), publisherOf(target)]
        return own !== undefined && other !== undefined && own !== other
      }),
    ).toEqual([])
  })

  test('of a server subject reach another subject only where it composes', () => {
    const subjectOf = (path: string): string | undefined =>
      SUBJECTS.find((subject) => path.startsWith(`server/src/${subject}/`))
    const strays = imports.filter(({ file, target }) => {
      const [own, other] = [subjectOf(file), subjectOf(target)]
      return (
        own !== undefined && other !== undefined && own !== other && !COMPOSE[own]?.includes(other)
      )
    })
    expect(strays).toEqual([])
  })
})

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  return [
    ...text.matchAll(
      /^(?:import|export)\b[^'\n]*(?:\n[^'\n]*)*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ]
    .map(([, from, bare, lazy]) => from ?? bare ?? lazy ?? '')
    .map((name) => ({
      file,
      target: name.startsWith('.')
        ? relative(ROOT, join(ROOT, dirname(file), name))
        : name.replace(/^@muster\/(\w+)\//, '$1/src/'),
    }))
}
