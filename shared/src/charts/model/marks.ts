/** Breaks and events: rules with their words above the plot, where no rule crosses another's words. */
import type { Mark } from '../../contract/series.ts'
import { concerns } from '../../domain/series/break.ts'
import { formatDate } from '../../words/format.ts'
import { markDay, type SeriesLine } from '../lines/trend-lines.ts'
import { markWords } from '../words/summary.ts'
import { type Axis, place } from './scale.ts'
import { textWidth } from './text-width.ts'

export type PlacedMark = {
  kind: 'break' | 'event'
  x: number
  /** 0 is the lane next to the plot; the rule reaches up to its own words. */
  lane: number
  /** Empty where there was no room; the words then stand in the notes alone. */
  text: string
  textX: number
  anchor: 'start' | 'end'
}

/** Marks in the shown time that concern a drawn area; of events only those of ours or of everyone. */
export const shownMarks = (
  marks: readonly Mark[],
  lines: readonly SeriesLine[],
  axis: Axis,
): Mark[] => {
  const drawn = lines.filter((line) => line.drawn.length > 0)
  const ours = drawn.filter((line) => line.ours)
  const [first, last] = axis.domain
  return marks.filter((mark) => {
    const day = markDay(mark)
    const whom = mark.kind === 'event' && ours.length > 0 ? ours : drawn
    return (
      first < day &&
      day < last &&
      whom.some(({ area, source }) => concerns(mark, { area, source: source?.id }))
    )
  })
}

export const placeMarks = (
  marks: readonly Mark[],
  axis: Axis,
  edge: number,
  lanes: number,
): PlacedMark[] => {
  const sorted = [...marks].sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || markDay(b) - markDay(a),
  )
  const placed: PlacedMark[] = []
  for (const mark of sorted) {
    const x = place(axis, markDay(mark))
    const free = candidates(mark, x, { left: axis.range[0], right: edge, lanes }).find(
      (candidate) => placed.every((other) => !collide(candidate, other)),
    )
    placed.push(free ?? { kind: mark.kind, x, lane: 0, text: '', textX: x, anchor: 'start' })
  }
  return placed.sort((a, b) => a.x - b.x)
}

/** The longest words first, each in every lane, to the right of the rule before the left. */
const candidates = (
  mark: Mark,
  x: number,
  { left, right, lanes }: { left: number; right: number; lanes: number },
): PlacedMark[] => {
  const code = mark.kind === 'break' ? '[b] ' : ''
  const texts = [markWords(mark), `${code}${mark.label}`, `${code}${formatDate(mark.date)}`]
  return texts.flatMap((text) =>
    Array.from({ length: lanes }, (_, lane) => lane).flatMap((lane) =>
      (['start', 'end'] as const)
        .map((anchor) => ({
          kind: mark.kind,
          x,
          lane,
          text,
          textX: anchor === 'start' ? x + GAP : x - GAP,
          anchor,
        }))
        .filter((candidate) => {
          const [from, to] = extent(candidate)
          // Left of the plot stand the numbers of the axis.
          return from >= left && to <= right
        }),
    ),
  )
}

const collide = (a: PlacedMark, b: PlacedMark): boolean => {
  const [fromA, toA] = extent(a)
  const [fromB, toB] = extent(b)
  const overlap = a.text !== '' && b.text !== '' && fromA < toB + GAP && fromB < toA + GAP
  return (
    (a.lane === b.lane && overlap) ||
    (a.lane < b.lane && a.text !== '' && fromA <= b.x && b.x <= toA) ||
    (b.lane < a.lane && b.text !== '' && fromB <= a.x && a.x <= toB)
  )
}

const extent = (mark: PlacedMark): [number, number] => {
  const width = textWidth(mark.text, MARK_SIZE)
  return mark.anchor === 'start'
    ? [mark.textX, mark.textX + width]
    : [mark.textX - width, mark.textX]
}

export const MARK_SIZE = 12

const KINDS = ['break', 'event']
const GAP = 5
