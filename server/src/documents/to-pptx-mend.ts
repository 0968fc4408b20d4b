/**
 * Puts right what the slide library writes otherwise than the schema of PowerPoint asks: series of a
 * line chart are written anew in their proper order, empty values are left out so that a gap stays a
 * gap, the sheet behind a chart is written anew, tables say that their first row is a heading, parts
 * that are not there are not listed, and nothing depends on the clock.
 */
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { archiveOf } from './archive.ts'
import { type SlideSeries, stepOf } from './to-pptx-data.ts'
import { endLabels, type PlacedChart } from './to-pptx-labels.ts'
import { chartSheet } from './to-pptx-sheet.ts'

/** @param charts in the order in which they were added. @param moment ISO time for the properties. */
export const mendSlides = async (
  bytes: Uint8Array,
  charts: readonly PlacedChart[],
  moment: string,
): Promise<Buffer> => {
  const files = renumbered(unzipSync(bytes))
  const change = (name: string, mend: (xml: string) => string): void => {
    const file = files[name]
    if (file !== undefined) files[name] = strToU8(mend(strFromU8(file)))
  }
  for (const [index, chart] of charts.entries()) {
    change(`ppt/charts/chart${index + 1}.xml`, (xml) => mendChart(xml, chart))
    files[`ppt/embeddings/Microsoft_Excel_Worksheet${index + 1}.xlsx`] = await chartSheet(chart)
  }
  change('[Content_Types].xml', (xml) =>
    xml.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (whole, name: string) =>
      name in files ? whole : '',
    ),
  )
  for (const name of Object.keys(files)) {
    if (/^ppt\/(slides|slideLayouts|notesSlides)\/\w+\.xml$/.test(name))
      change(name, (xml) =>
        numbered(xml)
          .replaceAll('lang="en-US"', 'lang="en-GB"')
          .replaceAll('<a:tblPr/>', FIRST_ROW)
          .replaceAll('<a:tblPr>', `${FIRST_ROW.slice(0, -2)}>`),
      )
    if (name === 'docProps/core.xml')
      change(name, (xml) =>
        xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, moment.replace(/\.\d+Z$/, 'Z')),
      )
  }
  return archiveOf(
    Object.fromEntries(Object.entries(files).filter(([name]) => !name.endsWith('/'))),
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

/** A table gets the number of another shape, which some programs take for damage. */
const numbered = (xml: string): string => {
  let last = 0
  return xml.replace(/<p:cNvPr id="\d+"/g, () => {
    last += 1
    return `<p:cNvPr id="${last}"`
  })
}

const mendChart = (xml: string, chart: PlacedChart): string => {
  const { series } = chart
  const names = endLabels(chart)
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
    .replace(
      /<c:auto val="1"\/>(?:(?!<c:auto).)*<\/c:dateAx>/s,
      `<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="months"/><c:majorUnit val="${stepOf(chart)}"/><c:majorTimeUnit val="months"/></c:dateAx>`,
    )
    .replace(/(<\/c:ser>)\s*<c:dLbls>(?:(?!<c:ser>).)*?<\/c:dLbls>(\s*<c:marker)/s, '$1$2')
  return ordered.replace(/<c:ser>.*?<\/c:ser>/gs, (old) => {
    place += 1
    const own = series[place]
    return own === undefined ? old : seriesXml(old, own, place, names[place] ?? '')
  })
}

/** idx, order, tx, spPr, marker, dPt, dLbls, cat, val, smooth: in this order and no other. */
const seriesXml = (old: string, own: SlideSeries, place: number, labels: string): string => {
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
    labels,
    part('cat'),
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

const STROKES = {
  ours: { colour: '12436D', width: 38_100, dash: 'solid' },
  other: { colour: '919397', width: 15_875, dash: 'solid' },
  promise: { colour: '3D3D3D', width: 25_400, dash: 'dash' },
} as const
const FIRST_ROW = '<a:tblPr firstRow="1" bandRow="0"/>'
