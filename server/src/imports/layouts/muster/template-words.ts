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
  found(BASIS_WORDS, text, 'unknown-basis', 'one of the bases', BASES)

export const missingOf = (text: string): Word<Missing> =>
  found(MISSING_WORDS, text, 'unknown-missing', 'one of the reasons', MISSING)

export const trustOf = (text: string): Word<Trust> =>
  found(TRUST_WORDS, text, 'unknown-trust', 'one of the levels of trust', TRUSTS)

/** Several flags are separated by semicolons, commas or spaces. */
export const flagsOf = (text: string): Word<Flag[]> => {
  const flags: Flag[] = []
  for (const part of text.toLowerCase().split(/[;,\s]+/)) {
    const flag = FLAGS.find((each) => each === part.replace(/^\[(.*)\]$/, '$1'))
    if (flag !== undefined) flags.push(flag)
    else if (part !== '')
      return { ok: false, fault: unknownWord('unknown-flag', part, 'one of the flags', FLAGS) }
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

const found = <Code extends string>(
  words: ReadonlyMap<string, Word<Code>>,
  text: string,
  code: FindingCode,
  what: string,
  known: readonly Code[],
): Word<Code> =>
  words.get(text) ??
  words.get(nameKey(text)) ?? { ok: false, fault: unknownWord(code, text, what, known) }

const unknownWord = (
  code: FindingCode,
  text: string,
  what: string,
  known: readonly string[],
): Fault => ({
  code,
  sentence: `${quoted(text)} is not ${what}.`,
  found: text,
  expected: known.join(', '),
})
