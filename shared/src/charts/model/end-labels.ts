/** Names and values at the right of a plot, beside the ends of their lines. */
import { placeLabels, type WantedLabel } from './labels.ts'
import type { Tone } from './palette.ts'
import { widestLine, wrapText } from './text-width.ts'

export type LineEnd = {
  key: string
  tone: Tone
  name: string
  /** The value, and what must be said of its trust. */
  value: string
  x: number
  y: number
}

export type EndLabel = {
  key: string
  tone: Tone
  lines: string[]
  x: number
  /** The middle of the label. */
  y: number
  /** From the end of the line to the label, where the label had to move; else null. */
  leader: { x1: number; y1: number; x2: number; y2: number } | null
}

/** Measured before the plot is, because the plot gets what the labels leave. */
export const labelColumn = (
  ends: readonly Pick<LineEnd, 'name' | 'value' | 'tone'>[],
  width: number,
): number => {
  const room = Math.min(Math.max(width * SHARE, LEAST), MOST)
  const widest = Math.max(
    0,
    ...ends.map((end) =>
      widestLine(wrapText(wordsOf(end), room, LABEL_SIZE, isBold(end)), LABEL_SIZE, isBold(end)),
    ),
  )
  return Math.ceil(widest) + LABEL_GAP
}

/**
 * All with their values if they fit; else ours and the promise with values and the others by name;
 * else the others in `unnamed`, for a key below the plot.
 */
export const endLabels = (
  ends: readonly LineEnd[],
  column: { x: number; width: number; top: number; bottom: number },
): { labels: EndLabel[]; unnamed: LineEnd[] } => {
  const room = column.width - LABEL_GAP
  const named = ends.map((end) => (end.tone === 'other' ? { ...end, value: '' } : end))
  const main = ends.filter((end) => end.tone !== 'other')
  for (const choice of [ends, named, main, main.map((end) => ({ ...end, value: '' }))]) {
    const placed = placeLabels(
      choice.map((end) => wanted(end, room)),
      column.top,
      column.bottom,
    )
    if (placed.length === choice.length)
      return {
        labels: placed.map((label) => endLabel(label, column.x)),
        unnamed: ends.filter((end) => !choice.some((one) => one.key === end.key)),
      }
  }
  return { labels: [], unnamed: [...ends] }
}

type MeasuredEnd = WantedLabel & { end: LineEnd; lines: string[] }

const wanted = (end: LineEnd, room: number): MeasuredEnd => {
  const lines = wrapText(wordsOf(end), room + SLACK, LABEL_SIZE, isBold(end))
  return { key: end.key, at: end.y, height: lines.length * LINE_HEIGHT, end, lines }
}

const endLabel = ({ end, lines, y, key }: MeasuredEnd & { y: number }, x: number): EndLabel => {
  const near = x - end.x <= LEADER_REACH
  const moved = Math.abs(y - end.y) > LEADER_FROM
  return {
    key,
    tone: end.tone,
    lines,
    x: x + LABEL_GAP,
    y,
    leader: near && moved ? { x1: end.x + 3, y1: end.y, x2: x + LABEL_GAP - 3, y2: y } : null,
  }
}

const wordsOf = ({ name, value }: Pick<LineEnd, 'name' | 'value'>): string =>
  value === '' ? name : `${name} ${value.replaceAll(' ', ' ')}`

const isBold = ({ tone }: Pick<LineEnd, 'tone'>): boolean => tone !== 'other'

/** Which lines are drawn how, a list for each way: ours, the promised levels, the others. */
export const keyLines = (
  ends: readonly Pick<LineEnd, 'name' | 'tone'>[],
  width: number,
): string[] =>
  TONE_WORDS.flatMap(({ tone, word }) => {
    const names = ends.filter((end) => end.tone === tone).map(({ name }) => name.replace(/:$/, ''))
    return names.length === 0
      ? []
      : wrapText(`${word}: ${[...new Set(names)].join(', ')}`, width, LABEL_SIZE)
  })

const TONE_WORDS: readonly { tone: Tone; word: string }[] = [
  { tone: 'ours', word: 'Blue' },
  { tone: 'promise', word: 'Dashed, without marks' },
  { tone: 'other', word: 'Grey' },
]

export const LABEL_SIZE = 12.5
export const LINE_HEIGHT = 15

const SHARE = 0.25
const LEAST = 88
const MOST = 210
const SLACK = 1
const LABEL_GAP = 14
const LEADER_REACH = 24
const LEADER_FROM = 4
