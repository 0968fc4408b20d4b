/** The documents name every code that the program has, and no link in them is dead. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { COMMANDS } from '@muster/server/cli/commands'
import { csvRecords } from '@muster/server/files/csv/csv-records'
import { FINDINGS } from '@muster/server/imports/import-finding'
import { LAYOUTS } from '@muster/server/imports/layouts/layouts'
import { ENDPOINTS } from '@muster/shared/contract/endpoints'
import { PROBLEMS } from '@muster/shared/contract/problem'
import { RULES } from '@muster/shared/domain/verdicts/verdict-rules'
import {
  FLAG_TERMS,
  MISSING_TERMS,
  REASON_TERMS,
  STATUS_TERMS,
  TRUST_TERMS,
} from '@muster/shared/words/terms'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...globSync('{docs,data}/**/*.md', { cwd: ROOT }),
]
  .filter((file) => existsSync(join(ROOT, file)))
  .filter((file) => !file.startsWith('data/local/'))

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

/** One paragraph a line, so that a sentence is found wherever it is wrapped. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** The rows of a CSV file by their headings. */
const rowsOf = (file: string): Record<string, string>[] => {
  const bytes = readFileSync(join(ROOT, file))
  const [heading, ...rows] = [...csvRecords(bytes, { delimiter: ',', trim: false })]
  return rows.map(({ fields }) =>
    Object.fromEntries((heading?.fields ?? []).map((name, index) => [name, fields[index] ?? ''])),
  )
}

/** The lines of a section, up to the next heading of its level. */
const section = (file: string, heading: string): string => {
  const text = read(file)
  const start = text.indexOf(`\n## ${heading}\n`)
  if (start < 0) throw new Error(`${file} has no section “${heading}”.`)
  const end = text.indexOf('\n## ', start + 1)
  return text.slice(start, end < 0 ? undefined : end)
}

/** The codes in the first column of the tables of a text. */
const codesIn = (text: string): string[] =>
  [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, code = '']) => code)

describe('docs/problems.md', () => {
  test.each([
    ['Problems', Object.keys(PROBLEMS)],
    ['Status of a promise', Object.keys(STATUS_TERMS)],
    ['Reason why a promise cannot be checked', Object.keys(REASON_TERMS)],
    ['Rule that gave a verdict', RULES.map(({ id }) => id)],
    ['Why a value is missing', Object.keys(MISSING_TERMS)],
    ['Flags of a value', Object.keys(FLAG_TERMS)],
    ['Trust', Object.keys(TRUST_TERMS)],
  ])('lists under “%s” each code once and no other', (heading, codes) => {
    expect(codesIn(section('docs/problems.md', heading)).sort()).toEqual([...codes].sort())
  })

  test('gives each problem the status that the API answers with', () => {
    for (const [code, { status, title }] of Object.entries(PROBLEMS))
      expect(section('docs/problems.md', 'Problems')).toMatch(
        new RegExp(`\\| \`${code}\` +\\| ${status} +\\| ${title} `),
      )
  })

  test('says of each rule what the program says', () => {
    const rules = section('docs/problems.md', 'Rule that gave a verdict')
    expect(RULES.filter(({ says }) => !rules.includes(says))).toEqual([])
  })
})

describe('docs/method.md', () => {
  test('explains every rule', () => {
    const text = read('docs/method.md')
    expect(RULES.filter(({ id }) => !text.includes(`| \`${id}\``))).toEqual([])
  })
})

describe('docs/importing.md', () => {
  const text = () => read('docs/importing.md')

  test('names every finding that an import can have', () => {
    const codes = [...Object.keys(FINDINGS), ...codesOfChecks()]
    expect(codesOfChecks().length).toBeGreaterThan(3)
    expect(codes.filter((code) => !text().includes(`\`${code}\``))).toEqual([])
  })

  test('names every layout', () => {
    expect(LAYOUTS.filter(({ id }) => !text().includes(`\`${id}\``))).toEqual([])
  })
})

describe('docs/domain.md', () => {
  const exported = globSync('shared/src/domain/**/*.ts', { cwd: ROOT }).flatMap((file) =>
    [...read(file).matchAll(/^export (?:type|const|class) ([A-Z]\w*[a-z]\w*)/gm)].map(
      ([, name = '']) => name,
    ),
  )
  const named = [...read('docs/domain.md').matchAll(/`([A-Z]\w*[a-z]\w*)`/g)].map(
    ([, name = '']) => name,
  )

  test('has each noun that the domain exports', () => {
    expect(exported.length).toBeGreaterThan(50)
    expect(exported.filter((name) => !named.includes(name))).toEqual([])
  })

  test('has no noun that the domain does not export', () => {
    expect(named.filter((name) => !exported.includes(name))).toEqual([])
  })
})

describe('README.md', () => {
  const text = read('README.md')

  test('names every command, and no other', () => {
    const [, listed = ''] =
      /muster --help` lists every command: ([^.]+)\./.exec(oneLine(text)) ?? []
    expect([...listed.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(
      COMMANDS.map(({ name }) => name),
    )
  })

  test('names every setting that the server reads', () => {
    const settings = globSync('server/src/**/*.ts', { cwd: ROOT }).flatMap((file) =>
      [...read(file).matchAll(/\benv\.([A-Z_]+)/g)].map(([, name = '']) => name),
    )
    expect(settings.length).toBeGreaterThan(5)
    expect(settings.filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })

  test('counts promises and figures as they are', () => {
    const [, promises = ''] = /with (\d+) promises, plans and asks/.exec(oneLine(text)) ?? []
    const [, first, last] = /made between (\d{4}) and (\d{4})/.exec(oneLine(text)) ?? []
    const [, figures = ''] = /loads about ([\d,]+) figures/.exec(oneLine(text)) ?? []
    const rows = globSync('data/figures/*.csv', { cwd: ROOT }).flatMap(rowsOf)
    const years = rowsOf('data/register/promises.csv').map(({ published = '' }) =>
      published.slice(0, 4),
    )
    expect(Number(promises)).toBe(years.length)
    expect([first, last]).toEqual([years.toSorted()[0], years.toSorted().at(-1)])
    expect(Math.abs(Number(figures.replace(',', '')) / rows.length - 1)).toBeLessThan(0.02)
  })

  test('links every document', () => {
    const documents = globSync(['docs/*.md', 'data/README.md'], { cwd: ROOT })
    expect(documents.filter((file) => !text.includes(`](${file})`))).toEqual([])
  })
})

describe('the help of the command line', () => {
  test.each(globSync('server/src/cli/*.ts', { cwd: ROOT }))('names each option of %s', (file) => {
    const options = [...read(file).matchAll(/\b(\w+): \{ type: '(?:string|boolean)'/g)]
    const usages = COMMANDS.map(({ usage }) => usage).join(' ')
    expect(options.map(([, name]) => `--${name}`).filter((name) => !usages.includes(name))).toEqual(
      [],
    )
  })
})

describe('CONTRIBUTING.md', () => {
  test('names only commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...read('CONTRIBUTING.md').matchAll(/^\| `([\w:]+)/gm)].map(
      ([, name = '']) => name,
    )
    expect(named.filter((name) => name !== 'exec' && !(name in scripts))).toEqual([])
    expect(Object.keys(scripts).filter((name) => !named.includes(name))).toEqual([])
  })
})

describe('a file of the product', () => {
  test('is no longer than CONTRIBUTING says', () => {
    const [, most = ''] = /lets none pass (\d+)/.exec(read('CONTRIBUTING.md')) ?? []
    const files = globSync('{client,server,shared}/src/**/*.{ts,tsx,css}', { cwd: ROOT })
    expect(files.length).toBeGreaterThan(400)
    expect(files.filter((file) => read(file).split('\n').length > Number(most))).toEqual([])
  })
})

describe('docs/architecture.md', () => {
  test('names every folder of the product', () => {
    const text = read('docs/architecture.md').replace(/`(\S+)\{([^}]+)\}`/g, (_, root, names) =>
      String(names)
        .split(',')
        .map((name) => `\`${root}${name}\``)
        .join(' '),
    )
    const folders = globSync(['{client,server,shared}/src/*/', 'server/src/platform/*/'], {
      cwd: ROOT,
    })
    expect(folders.length).toBeGreaterThan(20)
    expect(folders.filter((folder) => !text.includes(`\`${folder.replace(/\/$/, '')}`))).toEqual([])
  })
})

describe('docs/decisions/005-dependencies.md', () => {
  test('gives each dependency with its reason, and none that is gone', () => {
    const used = globSync('{.,client,server,shared,tests}/package.json', { cwd: ROOT }).flatMap(
      (file) => {
        const {
          dependencies = {},
          devDependencies = {},
          optionalDependencies = {},
        } = JSON.parse(read(file)) as Record<string, Record<string, string>>
        return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
      },
    )
    const own = [...new Set(used)].filter((name) => !/^@(muster|types)\//.test(name))
    const listed = [...read('docs/decisions/005-dependencies.md').matchAll(/^\| ([^|]+?) *\|/gm)]
      .flatMap(([, names = '']) => names.replace(/\([^)]*\)/g, '').split(', '))
      .map((name) => name.trim().split(' ')[0] ?? '')
      .filter((name) => !/^(package|-+|\s*)$/.test(name))
    expect([...new Set(listed)].sort()).toEqual(own.sort())
  })
})

describe('an address of the API in a document', () => {
  test('is one that there is', () => {
    const paths = ENDPOINTS.map(
      ({ path }) => new RegExp(`^/api/v1${path.replace(/:\w+/g, '[^/]+')}$`),
    )
    const named = DOCUMENTS.flatMap((file) =>
      [...read(file).matchAll(/\/api\/v1\/[\w{}./-]*\w/g)].map(([address]) => address),
    )
    expect(named.length).toBeGreaterThan(8)
    expect(named.filter((address) => !paths.some((path) => path.test(address)))).toEqual([])
  })
})

describe('a button or page that a document names in bold', () => {
  const client = globSync('client/src/**/*.{ts,tsx}', { cwd: ROOT })
    .map(read)
    .map(oneLine)
    .join(' ')

  test.each(['docs/importing.md', 'docs/quarterly-review.md'])('of %s is on a page', (file) => {
    const named = [
      ...read(file)
        .replace(/^ *(?:-|\d+\.) \*\*[^*]+\*\*/gm, '')
        .matchAll(/\*\*([^*]+)\*\*/g),
    ].map(([, words = '']) => oneLine(words))
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((words) => !client.includes(words))).toEqual([])
  })
})

describe('a path in a document', () => {
  test.each(DOCUMENTS)('of %s is there', (file) => {
    const paths = [
      ...read(file).matchAll(/`((?:client|server|shared|tests|data|docs)\/[\w./-]+)`/g),
    ]
      .map(([, path = '']) => path)
      .filter((path) => !path.startsWith('data/local'))
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })
})

describe('data/README.md', () => {
  const text = read('data/README.md')
  const sources = rowsOf('data/register/sources.csv')

  test('counts the rows of every file', () => {
    const files = globSync('data/{register,figures}/*.csv', { cwd: ROOT })
    const counted = files.map((file) => {
      const rows = rowsOf(file).length.toLocaleString('en-GB')
      return `| \`${file.replace('data/', '')}\` | ${rows} |`
    })
    expect(
      section('data/README.md', 'Files')
        .match(/^\| `\w+\/\S+\.csv` \| [\d,]+ \|$/gm)
        ?.sort(),
    ).toEqual(counted.sort())
  })

  test('gives the columns of every file of the register, and of the figures', () => {
    const wanted = globSync('data/register/*.csv', { cwd: ROOT }).map(
      (file) => `\`${headingOf(file)}\` |\n`,
    )
    expect(wanted.filter((columns) => !text.includes(columns))).toEqual([])
    const columns = headingOf('data/figures/documents.csv').split(',')
    const files = section('data/README.md', 'Files')
    expect(columns.filter((column) => !files.includes(`\`${column}\``))).toEqual([])
  })

  test.each(sources.filter(({ kind }) => kind === 'dataset'))(
    'says of $id what the register says',
    ({ id, title, publisher, covers, lacks, note, trust, url, next_due }) => {
      const part = text.split('\n### ').find((each) => each.includes(`- Source id: \`${id}\``))
      expect(part?.split('\n')[0]).toBe(title)
      const given = [...(part ?? '').matchAll(/^- (Publisher|Trust|Covers|Missing|Note): (.*)$/gm)]
      expect(Object.fromEntries(given.map(([, key, says]) => [key, says]))).toEqual({
        ...{ Publisher: publisher, Trust: trust, Covers: covers },
        ...(lacks === '' ? {} : { Missing: lacks }),
        ...(note === '' ? {} : { Note: note }),
      })
      if (url !== '') expect(part).toContain(`- Address: <${url}>`)
      expect(/next release expected (\S+)\./.exec(part ?? '')?.[1] ?? '').toBe(next_due)
    },
  )

  test('names each release of a data set', () => {
    const datasets = sources.filter(({ kind }) => kind === 'dataset').map(({ id }) => id)
    const releases = rowsOf('data/register/releases.csv').filter(({ source }) =>
      datasets.includes(source),
    )
    expect(releases.filter(({ id }) => !text.includes(`- Release \`${id}\``))).toEqual([])
  })

  test('lists every document once', () => {
    const listed = section('data/README.md', 'Documents').match(/^\| (?!Title|---)[^|]+/gm) ?? []
    const titles = sources.filter(({ kind }) => kind === 'document').map(({ title = '' }) => title)
    const shown = listed.map((cell) => cell.replace(/^\| | \* $| $/g, ''))
    expect(shown.sort()).toEqual(titles.sort())
  })
})

describe('a link in a document', () => {
  test.each(DOCUMENTS)('of %s leads to a file that is there, and to a heading in it', (file) => {
    const dead = [...read(file).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !leadsSomewhere(file, target))
    expect(dead).toEqual([])
  })
})

const headingOf = (file: string): string =>
  read(file).split('\n')[0]?.replace('\uFEFF', '').trim() ?? ''

/** Those that are found when the file is whole: between files, periods and areas. */
const codesOfChecks = (): string[] =>
  ['jobs/parsed-file', 'jobs/import-plan']
    .map((name) => read(`server/src/imports/${name}.ts`))
    .flatMap((text) => [
      ...text.matchAll(/\bcode: '([a-z-]+)'/g),
      ...text.matchAll(/\b(?:tick|note|stop)\(\s*'([a-z-]+)'/g),
    ])
    .map(([, code = '']) => code)

const leadsSomewhere = (from: string, target: string): boolean => {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? from : join(dirname(from), path)
  if (!existsSync(join(ROOT, file))) return false
  return anchor === undefined || headingsOf(file).includes(anchor)
}

/** As GitHub makes them: lower case, hyphens for spaces, other signs left out. */
const headingsOf = (file: string): string[] =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
