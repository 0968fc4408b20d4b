/** The documents name every code that the program has, and no link in them is dead. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FINDINGS } from '@muster/server/imports/import-finding'
import { LAYOUTS } from '@muster/server/imports/layouts/layouts'
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

describe('a link in a document', () => {
  test.each(DOCUMENTS)('of %s leads to a file that is there, and to a heading in it', (file) => {
    const dead = [...read(file).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !leadsSomewhere(file, target))
    expect(dead).toEqual([])
  })
})

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
