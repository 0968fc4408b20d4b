import { endLabels, LINE_HEIGHT } from '@muster/shared/charts/model/end-labels'
import { placeLabels } from '@muster/shared/charts/model/labels'
import { placeMarks } from '@muster/shared/charts/model/marks'
import { timeAxis } from '@muster/shared/charts/model/scale'
import { textWidth, wrapText } from '@muster/shared/charts/model/text-width'
import { markWords } from '@muster/shared/charts/words/summary'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const label = fc.record({
  at: fc.double({ min: -50, max: 450, noNaN: true }),
  height: fc.integer({ min: 10, max: 45 }),
})

test('labels never touch, never leave their column and keep the order of their lines', () => {
  fc.assert(
    fc.property(fc.array(label, { maxLength: 20 }), (given) => {
      const labels = given.map((one, index) => ({ ...one, key: String(index) }))
      const placed = placeLabels(labels, 0, 400)
      const total = labels.reduce((sum, one) => sum + one.height, 0)
      expect(placed.length).toBe(total <= 400 ? labels.length : 0)
      for (const [index, one] of placed.entries()) {
        const next = placed[index + 1]
        expect(one.y - one.height / 2).toBeGreaterThanOrEqual(-0.02)
        expect(one.y + one.height / 2).toBeLessThanOrEqual(400.02)
        if (!next) continue
        expect(next.y - next.height / 2 - (one.y + one.height / 2)).toBeGreaterThanOrEqual(-0.02)
        expect(one.at).toBeLessThanOrEqual(next.at)
      }
    }),
  )
})

test('a label with nothing near it stays where its line ends', () => {
  expect(placeLabels([{ key: 'a', at: 120, height: 15 }], 0, 400)[0]?.y).toBe(120)
})

test('two labels that would touch move apart by the same distance', () => {
  const placed = placeLabels(
    [
      { key: 'a', at: 100, height: 20 },
      { key: 'b', at: 104, height: 20 },
    ],
    0,
    400,
  )
  expect(placed.map(({ y }) => y)).toEqual([92, 112])
})

test('every line is named at its end or in the key, and ours before the others', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), fc.double({ min: 0, max: 300, noNaN: true })), {
        maxLength: 40,
      }),
      fc.integer({ min: 60, max: 400 }),
      (given, bottom) => {
        const ends = given.map(([ours, y], index) => ({
          key: String(index),
          tone: ours ? ('ours' as const) : ('other' as const),
          name: `Area ${index}`,
          value: '1,234',
          x: 100,
          y,
        }))
        const { labels, unnamed } = endLabels(ends, { x: 100, width: 120, top: 0, bottom })
        expect(labels.length + unnamed.length).toBe(ends.length)
        const heights = labels.map(({ lines }) => lines.length * LINE_HEIGHT)
        for (const [index, one] of labels.entries()) {
          const next = labels[index + 1]
          if (!next) continue
          const half = ((heights[index] ?? 0) + (heights[index + 1] ?? 0)) / 2
          expect(next.y - one.y).toBeGreaterThanOrEqual(half - 0.02)
        }
        const oursNamed = labels.some(({ tone }) => tone === 'other')
          ? ends
              .filter(({ tone }) => tone === 'ours')
              .every(({ key }) => labels.some((one) => one.key === key))
          : true
        expect(oursNamed).toBe(true)
      },
    ),
  )
})

test('no word of a mark is crossed by another word or by the rule of another mark', () => {
  const mark = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    kind: fc.constantFrom('break' as const, 'event' as const),
    label: fc.string({ minLength: 1, maxLength: 40 }),
  })
  const axis = timeAxis(['2020-01', '2021-01'], [40, 560])
  const two = (number: number): string => String(number).padStart(2, '0')
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 8 }), (given) => {
      const marks = given.map(({ day, month, kind, label: words }, index) => ({
        id: String(index),
        date: `2020-${two(month)}-${two(day)}`,
        kind,
        areas: [],
        sources: [],
        label: words,
        note: '',
      }))
      const placed = placeMarks(marks, axis, 700, 3)
      expect(placed.length).toBe(marks.length)
      const boxes = placed
        .filter(({ text }) => text !== '')
        .map((one) => {
          const width = textWidth(one.text, 12)
          const from = one.anchor === 'start' ? one.textX : one.textX - width
          return { ...one, from, to: from + width }
        })
      for (const a of boxes)
        for (const b of placed) {
          if (a.x === b.x && a.text === b.text) continue
          const crossed = b.text !== '' && b.lane > a.lane && a.from <= b.x && b.x <= a.to
          expect(crossed, `${a.text} is crossed by ${b.text}`).toBe(false)
        }
      for (const [index, a] of boxes.entries())
        for (const b of boxes.slice(index + 1))
          expect(a.lane === b.lane && a.from < b.to && b.from < a.to).toBe(false)
    }),
  )
})

test('a break says its code and its date', () => {
  const mark = {
    id: 'b',
    date: '2020-03',
    kind: 'break' as const,
    areas: [],
    sources: [],
    label: 'Part only',
    note: '',
  }
  expect(markWords(mark)).toBe('[b] March 2020: Part only')
})

test('wrapped lines hold every word and are no wider than their room unless one word is', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[A-Za-z]{1,12}$/), { minLength: 1 }), (words) => {
      const lines = wrapText(words.join(' '), 90, 12)
      expect(lines.join(' ')).toBe(words.join(' '))
      for (const line of lines) expect(textWidth(line, 12) <= 90 || !line.includes(' ')).toBe(true)
    }),
  )
})
