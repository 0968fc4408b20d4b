/** A call with five things in a row says nothing of what they are: such a function takes one object. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const MOST = 4

type Function = { start: number; params: readonly unknown[] }

describe('a function', () => {
  const functions = globSync('{client,server,shared}/src/**/*.{ts,tsx}', { cwd: ROOT }).flatMap(
    (file) => {
      const text = readFileSync(join(ROOT, file), 'utf8')
      const found: { place: string; parameters: number }[] = []
      const take = ({ start, params }: Function): void => {
        const line = text.slice(0, start).split('\n').length
        found.push({ place: `${file}:${line}`, parameters: params.length })
      }
      new Visitor({
        ArrowFunctionExpression: take,
        FunctionDeclaration: take,
        FunctionExpression: take,
      }).visit(parseSync(file, text).program)
      return found
    },
  )

  test('is found at all, so that this rule cannot pass by reading nothing', () => {
    expect(functions.length).toBeGreaterThan(3_000)
  })

  test(`takes at most ${MOST} parameters`, () => {
    const long = functions.filter(({ parameters }) => parameters > MOST)
    expect(long.map(({ place }) => place)).toEqual([])
  })
})
