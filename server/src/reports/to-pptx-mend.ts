/**
 * Puts right what the slide library writes otherwise than the schema of PowerPoint asks: series of a
 * line chart are written anew in their proper order, empty values are left out so that a gap stays a
 * gap, tables say that their first row is a heading, and nothing depends on the clock.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { SlideChart, SlideSeries } from './to-pptx-data.ts'

/** @param charts in the order in which they were added. @param moment ISO time for the properties. */
export const mendSlides = (
  bytes: Uint8Array,
  charts: readonly SlideChart[],
  moment: string,
): Buffer => {
  const files = renumbered(unzipSync(bytes))
  const change = (name: string, mend: (xml: string) => string): void => {
    const file = files[name]
    if (file !== undefined) files[name] = strToU8(mend(strFromU8(file)))
  }
  charts.forEach((chart, index) => {
    change(`ppt/charts/chart${index + 1}.xml`, (xml) => mendChart(xml, chart))
    mendWorkbook(files, `ppt/embeddings/Microsoft_Excel_Worksheet${index + 1}.xlsx`)
  })
  for (const name of Object.keys(files)) {
    if (/^ppt\/slides\/slide\d+\.xml$/.test(name))
      change(name, (xml) =>
        xml
          .replaceAll('<a:tblPr/>', FIRST_ROW)
          .replaceAll('<a:tblPr>', `${FIRST_ROW.slice(0, -2)}>`),
      )
    if (name === 'docProps/core.xml')
      change(name, (xml) =>
        xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, moment.replace(/\.\d+Z$/, 'Z')),
      )
  }
  return Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files)
          .filter(([name]) => !name.endsWith('/'))
          .map(([name, file]) => [name, [file, { mtime: '1980-01-01T00:00:00Z' }]]),
      ),
    ),
  )
}

/** The library numbers charts through the life of the process; each file begins at one here. */
const renumbered = (given: Record<string, Uint8Array>): Record<string, Uint8Array> => {
  const numbers = Object.keys(given)
    .flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)
  const mended = (text: string): string =>
    text.replace(
      /(\bchart|Microsoft_Excel_Worksheet)(\d+)(?=\.xml|\.xlsx)/g,
      (whole, stem: string, number: string) => {
        const place = numbers.indexOf(Number(number))
        return place < 0 ? whole : `${stem}${place + 1}`
      },
    )
  return Object.fromEntries(
    Object.entries(given).map(([name, file]) => [
      mended(name),
      /\.(rels|xml)$/.test(name) ? strToU8(mended(strFromU8(file))) : file,
    ]),
  )
}

const mendChart = (xml: string, { series }: SlideChart): string => {
  let place = -1
  const ordered = xml
    .replace('<c:roundedCorners val="1"/>', '<c:roundedCorners val="0"/>')
    .replace(
      /<c:lineChart>\s*<c:varyColors/,
      '<c:lineChart><c:grouping val="standard"/><c:varyColors',
    )
    .replace(
      /(<c:axId val="\d+"\/>\s*<c:axId val="\d+"\/>)\s*<c:axId val="\d+"\/>(\s*<\/c:lineChart>)/,
      '$1$2',
    )
    .replace(/(<c:noMultiLvlLbl val="\d"\/>)\s*(<c:tickLblSkip val="\d+"\/>)/, '$2$1')
    .replace(/(<\/c:ser>)\s*<c:dLbls>(?:(?!<c:ser>).)*?<\/c:dLbls>(\s*<c:marker)/s, '$1$2')
  return ordered.replace(/<c:ser>.*?<\/c:ser>/gs, (old) => {
    place += 1
    const own = series[place]
    return own === undefined ? old : seriesXml(old, own, place, series)
  })
}

/** idx, order, tx, spPr, marker, dPt, dLbls, cat, val, smooth: in this order and no other. */
const seriesXml = (
  old: string,
  own: SlideSeries,
  place: number,
  all: readonly SlideSeries[],
): string => {
  const part = (name: string): string =>
    new RegExp(`<c:${name}>.*?</c:${name}>`, 's').exec(old)?.[0] ?? ''
  const { colour, width, dash } = STROKES[own.tone]
  const fill = `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`
  const line = `<a:ln w="${width}" cap="flat">${fill}<a:prstDash val="${dash}"/><a:round/></a:ln>`
  return [
    `<c:ser><c:idx val="${place}"/><c:order val="${place}"/>`,
    part('tx'),
    `<c:spPr>${line}</c:spPr>`,
    markerXml(own, fill),
    labelXml(own, all),
    part('cat')
      .replaceAll('multiLvlStrRef', 'strRef')
      .replaceAll('multiLvlStrCache', 'strCache')
      .replace(/<\/?c:lvl>/g, ''),
    // A point without a value is left out: an empty one would be read as zero, or refused.
    part('val').replace(/<c:pt idx="\d+">\s*<c:v><\/c:v>\s*<\/c:pt>/g, ''),
    '<c:smooth val="0"/></c:ser>',
  ].join('')
}

/** A value between two gaps is joined to nothing: without a marker nobody would see it. */
const markerXml = ({ tone, values }: SlideSeries, fill: string): string => {
  const alone = values.some(
    (value, index) =>
      value !== null &&
      (values[index - 1] ?? null) === null &&
      (values[index + 1] ?? null) === null,
  )
  return tone === 'ours' || alone
    ? `<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>${fill}<a:ln w="9525">${fill}</a:ln></c:spPr></c:marker>`
    : '<c:marker><c:symbol val="none"/></c:marker>'
}

/** The name stands at the end of the line: of all where they are few, else of ours, top and bottom. */
const labelXml = (own: SlideSeries, all: readonly SlideSeries[]): string => {
  const isPromise = own.tone === 'promise'
  const has = (value: number | null): boolean => value !== null
  const end = isPromise ? own.values.findIndex(has) : own.values.findLastIndex(has)
  const ends = all
    .filter(({ tone }) => tone === 'other')
    .map(({ values }) => values.findLast((value) => value !== null) ?? 0)
  const last = own.values[end] ?? 0
  const named =
    all.length <= FEW ||
    own.tone !== 'other' ||
    last === Math.max(...ends) ||
    last === Math.min(...ends)
  const off = (name: string): string =>
    `<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="${name}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`
  if (!named || end < 0) return `<c:dLbls>${off('0')}</c:dLbls>`
  const position = isPromise ? 't' : 'r'
  const text = `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1400" b="${own.tone === 'ours' ? 1 : 0}"><a:solidFill><a:srgbClr val="0B0C0C"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`
  return `<c:dLbls><c:dLbl><c:idx val="${end}"/>${text}<c:dLblPos val="${position}"/>${off('1')}</c:dLbl>${off('0')}</c:dLbls>`
}

/** The sheet behind the chart: an empty cell instead of an empty value. */
const mendWorkbook = (files: Record<string, Uint8Array>, name: string): void => {
  const bytes = files[name]
  if (bytes === undefined) return
  const inner = unzipSync(bytes)
  for (const [path, file] of Object.entries(inner))
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(path))
      inner[path] = strToU8(strFromU8(file).replace(/<c r="[A-Z]+\d+"[^>]*><v><\/v><\/c>/g, ''))
  files[name] = zipSync(
    Object.fromEntries(
      Object.entries(inner)
        .filter(([path]) => !path.endsWith('/'))
        .map(([path, file]) => [path, [file, { mtime: '1980-01-01T00:00:00Z' }]]),
    ),
  )
}

const STROKES = {
  ours: { colour: '12436D', width: 38_100, dash: 'solid' },
  other: { colour: '919397', width: 15_875, dash: 'solid' },
  promise: { colour: '3D3D3D', width: 25_400, dash: 'dash' },
} as const
const FIRST_ROW = '<a:tblPr firstRow="1" bandRow="0"/>'
const FEW = 5
