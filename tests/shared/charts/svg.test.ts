import { trendModel } from '@muster/shared/charts/model/trend-model'
import { svgOf } from '@muster/shared/charts/svg/svg'
import { expect, test } from 'vitest'
import { months, seriesReply } from './replies.ts'

const model = trendModel(
  seriesReply([{ area: 'NA', name: '<b>&"Area"', points: months('2024-01', [410, 415, 423]) }]),
  { width: 700, ours: ['NA'] },
)

test('a name with markup in it is written as text', () => {
  expect(svgOf(model)).not.toContain('<b>')
  expect(svgOf(model)).toContain('&lt;b&gt;&amp;')
})

test('a picture is named and described for those who do not see it', () => {
  const svg = svgOf(model, { prefix: 'one' })
  expect(svg).toContain('role="img"')
  expect(svg).toMatch(/aria-labelledby="one-title one-desc"/)
  expect(svg).toMatch(/<title id="one-title">[^<]+<\/title>/)
  expect(svg).toMatch(/<desc id="one-desc">[^<]*Axis starts at [^<]+<\/desc>/)
})

test('two pictures with two prefixes share no id', () => {
  const ids = (svg: string): string[] =>
    [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '')
  const [first, second] = [ids(svgOf(model, { prefix: 'a' })), ids(svgOf(model, { prefix: 'b' }))]
  expect(first.length).toBeGreaterThan(0)
  expect(first.filter((id) => second.includes(id))).toEqual([])
})

test('headline and source leave the page with the picture only when they are asked for', () => {
  expect(svgOf(model)).not.toContain('Source: ')
  expect(svgOf(model, { title: true })).toContain('Source: Publisher 1')
})

test('a model is plain data: nothing is lost on the wire', () => {
  expect(JSON.parse(JSON.stringify(model))).toEqual(model)
})
