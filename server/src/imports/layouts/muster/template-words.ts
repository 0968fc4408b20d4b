/** The words that a tidy table may use for basis, reason, trust and flags, as code or in words. */
import {
  BASES,
  type Basis,
  FLAGS,
  type Flag,
  MISSING,
  type Missing,
  TRUSTS,
  type Trust,
} from '@muster/shared/domain/series/observation'
import { MISSING_TERMS } from '@muster/shared/words/terms'
import { type Fault, type FindingCode, quoted } from '../../import-finding.ts'
import { nameKey } from '../../names/names.ts'

export type Word<Found> = { ok: true; value: Found } | { ok: false; fault: Fault }

export const basisOf = (text: string): Word<Basis> =>
  found(text, BASIS_WORDS, { code: 'unknown-basis', what: 'one of the bases', known: BASES })

export const missingOf = (text: string): Word<Missing> =>
  found(text, MISSING_WORDS, {
    code: 'unknown-missing',
    what: 'one of the reasons',
    known: MISSING,
  })

export const trustOf = (text: string): Word<Trust> =>
  found(text, TRUST_WORDS, {
    code: 'unknown-trust',
    what: 'one of the levels of trust',
    known: TRUSTS,
  })

/** Several flags are separated by semicolons, commas or spaces. */
export const flagsOf = (text: string): Word<Flag[]> => {
  const flags: Flag[] = []
  for (const part of text.toLowerCase().split(/[;,\s]+/)) {
    const flag = FLAGS.find((each) => each === part.replace(/^\[(.*)\]$/, '$1'))
    if (flag !== undefined) flags.push(flag)
    else if (part !== '')
      return {
        ok: false,
        fault: unknownWord(part, { code: 'unknown-flag', what: 'one of the flags', known: FLAGS }),
      }
  }
  return { ok: true, value: flags }
}

const wordsOf = <Code extends string>(
  codes: readonly Code[],
  more: Readonly<Record<string, Code>> = {},
): Map<string, Word<Code>> => {
  const words = new Map<string, Word<Code>>()
  for (const code of codes) words.set(nameKey(code), { ok: true, value: code })
  for (const [word, code] of Object.entries(more)) words.set(word, { ok: true, value: code })
  return words
}

const BASIS_WORDS = wordsOf(BASES, {
  'full time equivalent': 'fte',
  'full time equivalents': 'fte',
  'head count': 'headcount',
  heads: 'headcount',
  'basis not stated': 'not_stated',
})
const MISSING_WORDS = wordsOf(
  MISSING,
  Object.fromEntries(MISSING.map((code) => [nameKey(MISSING_TERMS[code].label), code])),
)
const TRUST_WORDS = wordsOf(TRUSTS, {
  'primary source': 'primary',
  'secondary source': 'secondary',
})

type Vocabulary = { code: FindingCode; what: string; known: readonly string[] }

const found = <Code extends string>(
  text: string,
  words: ReadonlyMap<string, Word<Code>>,
  vocabulary: Vocabulary,
): Word<Code> =>
  words.get(text) ?? words.get(nameKey(text)) ?? { ok: false, fault: unknownWord(text, vocabulary) }

const unknownWord = (text: string, { code, what, known }: Vocabulary): Fault => ({
  code,
  sentence: `${quoted(text)} is not ${what}.`,
  found: text,
  expected: known.join(', '),
})
