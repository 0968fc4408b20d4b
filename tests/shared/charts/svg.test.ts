import { trendChart } from '@muster/shared/charts/kinds/trend'
import { pictureOf } from '@muster/shared/charts/stills/picture'
import { svgOf } from '@muster/shared/charts/stills/svg'
import { expect, test } from 'vitest'
import { months, seriesReply } from './replies.ts'

const reply = seriesReply([
  { area: 'NA', name: '<b>&"Area"', points: months('2024-01', [410, 415, 423]) },
])
const chart = trendChart({ reply, ours: ['NA'] })
const drawn = chart({ width: 700 })

test('a name with markup in it is written as text', () => {
  expect(svgOf(drawn)).not.toContain('<b>')
  expect(svgOf(drawn)).toContain('&lt;b&gt;&amp;')
})

test('a picture is named and described for those who do not see it', () => {
  const svg = svgOf(drawn, 'one')
  expect(svg).toContain('role="img"')
  expect(svg).toMatch(/aria-labelledby="one-title one-desc"/)
  expect(svg).toMatch(/<title id="one-title">[^<]+<\/title>/)
  expect(svg).toMatch(/<desc id="one-desc">[^<]*Axis starts at [^<]+<\/desc>/)
})

test('two pictures with two prefixes share no id', () => {
  const ids = (svg: string): string[] =>
    [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '')
  const [first, second] = [ids(svgOf(drawn, 'a')), ids(svgOf(drawn, 'b'))]
  expect(first.length).toBeGreaterThan(0)
  expect(first.filter((id) => second.includes(id))).toEqual([])
})

test('the headline is drawn into a picture that leaves the page, not into the one beside it', () => {
  expect(svgOf(drawn)).not.toContain('class="headline"')
  const picture = pictureOf(chart, '1600x900', ['Source: Publisher 1'])
  expect(picture).toContain('class="headline"')
  expect(picture).toContain('Source: Publisher 1')
})
