/**
 * Commentary: the analyst's sentences with live references to figures. A reference is a token as
 * `{{series:pcso.fte.E23000001.police-force-strength:now}}` or `{{promise:pcso-2023-500:gap}}`, chosen from the
 * list of the review's figures and never typed as a number. What the figure read when the sentence
 * was written is kept beside it, so that a sentence whose figure has changed is flagged.
 */
import { z } from 'zod'

/** A figure of a review that commentary may name. `text` is how it is read, unit included. */
export const CitedFigure = z.object({
  token: z.string(),
  label: z.string(),
  text: z.string(),
  value: z.number().nullable(),
  observation: z.string().nullable(),
})
export type CitedFigure = z.infer<typeof CitedFigure>

/** One paragraph as stored: `read` is what each of its tokens read when it was written. */
export const WrittenSentence = z.object({
  text: z.string(),
  read: z.record(z.string(), z.string()),
})
export type WrittenSentence = z.infer<typeof WrittenSentence>

/** As shown: pieces of text, and figures with what they read now and, if it differs, read before. */
export const Sentence = z.object({
  text: z.string(),
  pieces: z.array(
    z.object({
      text: z.string(),
      token: z.string().nullable(),
      observation: z.string().nullable(),
      before: z.string().nullable(),
    }),
  ),
  /** A figure in it has changed since it was written: somebody has to read it again. */
  flagged: z.boolean(),
})
export type Sentence = z.infer<typeof Sentence>

/** @param of the key of a series or the id of a promise; `what` of it is named. */
export const tokenOf = (kind: 'series' | 'promise', of: string, what: string): string =>
  `{{${kind}:${of}:${what}}}`

export const tokensOf = (text: string): string[] =>
  [...text.matchAll(TOKEN)].map(([token]) => token)

/** Writes a sentence down with what its figures read now. `unknown` tokens have no figure. */
export const writeSentence = (
  text: string,
  figures: readonly CitedFigure[],
): { sentence: WrittenSentence; unknown: string[] } => {
  const known = byToken(figures)
  const tokens = tokensOf(text)
  return {
    sentence: {
      text,
      read: Object.fromEntries(
        tokens.flatMap((token) => {
          const figure = known.get(token)
          return figure === undefined ? [] : [[token, figure.text] as const]
        }),
      ),
    },
    unknown: tokens.filter((token) => !known.has(token)),
  }
}

export const readSentence = (
  written: WrittenSentence,
  figures: readonly CitedFigure[],
): Sentence => {
  const known = byToken(figures)
  const pieces = written.text
    .split(SPLIT)
    .filter((part) => part !== '')
    .map((part) => {
      const read = written.read[part]
      if (!part.startsWith('{{') || read === undefined)
        return { text: part, token: null, observation: null, before: null }
      const figure = known.get(part)
      const now = figure?.text ?? GONE
      return {
        text: now,
        token: part,
        observation: figure?.observation ?? null,
        before: now === read ? null : read,
      }
    })
  return { text: written.text, pieces, flagged: pieces.some((piece) => piece.before !== null) }
}

const byToken = (figures: readonly CitedFigure[]): Map<string, CitedFigure> =>
  new Map(figures.map((figure) => [figure.token, figure]))

const TOKEN = /\{\{(?:series|promise):[\w.:-]+\}\}/g
const SPLIT = /(\{\{(?:series|promise):[\w.:-]+\}\})/
const GONE = '(no longer among the figures)'
