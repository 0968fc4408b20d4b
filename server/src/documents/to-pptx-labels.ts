/**
 * The names of lines on a slide, at the end of each line. No program that shows slides moves such
 * names apart, so it is reckoned here how far each has to move.
 */
import { placeLabels } from '@muster/shared/charts/model/labels'
import type { SlideChart, SlideSeries } from './to-pptx-data.ts'

/** `domain`: lowest and highest value of the axis; `height` of the whole chart, in inches. */
export type PlacedChart = SlideChart & { domain: readonly [number, number]; height: number }

/** The part of the chart in which lines are drawn; what is right of it is for the names. */
export const PLOT = { x: 0.07, y: 0.04, w: 0.72, h: 0.84 }

/** The labels of each series as XML, beside `series`. */
export const endLabels = (chart: PlacedChart): string[] => {
  const { series } = chart
  const size = series.length <= FEW ? 16 : 12
  const shifts = shiftsOf(chart, size)
  return series.map((own, place) => {
    const end = endOf(own)
    const shift = shifts.get(String(place)) ?? 0
    return end < 0
      ? `<c:dLbls>${showing('0')}</c:dLbls>`
      : `<c:dLbls><c:dLbl><c:idx val="${end}"/>${layoutXml(shift)}${textXml(own, size)}<c:dLblPos val="r"/>${showing('1')}</c:dLbl>${showing('0')}${NO_LEADERS}</c:dLbls>`
  })
}

/** By which share of the chart's height each name is moved down, so that none covers another. */
const shiftsOf = (
  { series, domain: [low, high], height }: PlacedChart,
  size: number,
): ReadonlyMap<string, number> => {
  const points = height * 72
  const bottom = PLOT.h * points
  const names = series.map((own, place) => ({
    key: String(place),
    at: ((high - (own.values[endOf(own)] ?? low)) / (high - low)) * bottom,
    height: size * 1.2 * Math.ceil(own.name.length / LETTERS),
  }))
  // Names that need more room than the plot has begin above it.
  const top = Math.min(0, bottom - names.reduce((sum, name) => sum + name.height, 0))
  const placed = placeLabels(names, top, bottom)
  return new Map(placed.map(({ key, at, y }) => [key, (y - at) / points]))
}

const endOf = ({ values }: SlideSeries): number => values.findLastIndex((value) => value !== null)

const layoutXml = (shift: number): string =>
  Math.abs(shift) < 0.005
    ? ''
    : `<c:layout><c:manualLayout><c:x val="0"/><c:y val="${shift.toFixed(4)}"/></c:manualLayout></c:layout>`

const textXml = ({ tone }: SlideSeries, size: number): string =>
  `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}00" b="${tone === 'ours' ? 1 : 0}"><a:solidFill><a:srgbClr val="0B0C0C"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`

const showing = (name: '0' | '1'): string =>
  `<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="${name}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`

/** A name that was moved stands beside its line all the same: a stroke to it would be one line more. */
const NO_LEADERS =
  '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>'
/** So many lines may have large names. */
const FEW = 5
/** About as many letters stand on a line of a name. */
const LETTERS = 16
