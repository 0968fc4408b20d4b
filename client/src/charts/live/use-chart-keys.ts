/**
 * One tab stop for a whole chart. Left and right go through the dates of a series, up and down
 * through the series, Home and End to its ends; Enter opens the evidence of a point, T goes to the
 * table, Escape leaves. What a key reaches is spoken; what a pointer passes over is only shown.
 */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'

export type ChartStop = {
  x: number
  y: number
  words: () => string
  observation: string | null
}

/** Series from the top of the chart to its bottom, stops from left to right. */
export type ChartSeries = { key: string; ours: boolean; stops: ChartStop[] }

export const useChartKeys = (
  series: readonly ChartSeries[],
  tableId: string,
  evidenceHref: (observation: string) => string,
) => {
  const [at, setAt] = useState<Place | null>(null)
  const [said, setSaid] = useState('')
  const link = useRef<HTMLAnchorElement>(null)
  const stop = at === null ? null : stopAt(series, at)

  const show = (place: Place | null) => {
    setAt(place)
    setSaid((place && stopAt(series, place)?.words()) ?? '')
  }
  const open = (target: ChartStop | null) => {
    // A real link is clicked, so that whatever follows links on the page follows this one too.
    if (target?.observation == null || link.current === null) return
    link.current.href = evidenceHref(target.observation)
    link.current.click()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = MOVES[event.key]
    if (move) show(at === null ? startOf(series) : move(series, at))
    else if (event.key === 'Enter') open(stop)
    else if (event.key === 't' || event.key === 'T') goTo(document.getElementById(tableId))
    else if (event.key === 'Escape') event.currentTarget.blur()
    else return
    event.preventDefault()
  }
  const nearest = (event: { clientX: number; clientY: number; currentTarget: HTMLElement }) => {
    const box = event.currentTarget.getBoundingClientRect()
    return nearestPlace(series, event.clientX - box.left, event.clientY - box.top)
  }

  return {
    stop,
    said,
    link,
    handlers: {
      onKeyDown,
      onFocus: () => {
        if (at === null) show(startOf(series))
      },
      onBlur: () => show(null),
      onPointerMove: (event: PointerEvent<HTMLElement>) => setAt(nearest(event)),
      onPointerLeave: () => setAt(null),
      onClick: (event: { clientX: number; clientY: number; currentTarget: HTMLElement }) => {
        const place = nearest(event)
        if (place !== null) open(stopAt(series, place))
      },
    },
  }
}

/** A table that is folded away is opened first. */
const goTo = (table: HTMLElement | null): void => {
  table?.closest('details')?.setAttribute('open', '')
  table?.focus()
}

type Place = { series: number; stop: number }
type Move = (series: readonly ChartSeries[], at: Place) => Place

const stopAt = (series: readonly ChartSeries[], at: Place): ChartStop | null =>
  series[at.series]?.stops[at.stop] ?? null

/** The newest point of ours, or of all where none is ours. */
const startOf = (series: readonly ChartSeries[]): Place | null => {
  const ours = series.some((one) => one.ours)
  const ends = series.map((one) =>
    one.ours === ours ? (one.stops.at(-1)?.x ?? 0) : Number.NEGATIVE_INFINITY,
  )
  const start = ends.indexOf(Math.max(...ends))
  return series[start] ? { series: start, stop: series[start].stops.length - 1 } : null
}

const along =
  (step: number): Move =>
  (series, at) => ({
    ...at,
    stop: clamp(at.stop + step, (series[at.series]?.stops.length ?? 1) - 1),
  })

/** Keeps as near to the date as the other series allows. */
const across =
  (step: number): Move =>
  (series, at) => {
    const next = clamp(at.series + step, series.length - 1)
    const x = stopAt(series, at)?.x ?? 0
    const distances = (series[next]?.stops ?? []).map((stop) => Math.abs(stop.x - x))
    return next === at.series
      ? at
      : { series: next, stop: distances.lastIndexOf(Math.min(...distances)) }
  }

const clamp = (value: number, highest: number): number => Math.min(Math.max(value, 0), highest)

const nearestPlace = (series: readonly ChartSeries[], x: number, y: number): Place | null => {
  let best: Place | null = null
  let least = REACH
  for (const [index, { stops }] of series.entries())
    for (const [stop, point] of stops.entries()) {
      const distance = Math.hypot(point.x - x, point.y - y)
      if (distance <= least) {
        least = distance
        best = { series: index, stop }
      }
    }
  return best
}

const MOVES: Record<string, Move> = {
  ArrowLeft: along(-1),
  ArrowRight: along(1),
  ArrowUp: across(-1),
  ArrowDown: across(1),
  Home: along(Number.NEGATIVE_INFINITY),
  End: along(Number.POSITIVE_INFINITY),
}

/** Pixels from a point within which a pointer means it; half of a finger's 44. */
const REACH = 22
