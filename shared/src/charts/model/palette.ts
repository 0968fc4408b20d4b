/**
 * Colours, strokes and marks. A series is never told apart by colour alone: each has a dash or a
 * marker of its own as well, and its name at its end.
 */
export const COLOURS = {
  ours: '#12436D',
  /** 3:1 on white; nothing that carries a figure is lighter. */
  other: '#919397',
  promise: '#3D3D3D',
  ink: '#0b0c0c',
  quiet: '#44494f',
  hairline: '#d8dbde',
  paper: '#ffffff',
} as const

/** The class of a drawn thing; the page's style sheet may recolour it, a file keeps the literal. */
export type Tone = 'ours' | 'other' | 'promise'

export const LINE_WIDTHS: Record<Tone, number> = { ours: 3, other: 1.25, promise: 2 }

export const MARKER_SIZES: Record<Tone, number> = { ours: 5, other: 3.5, promise: 4 }

export const PROMISE_DASH = '7 5'

const MARKERS = ['circle', 'square', 'diamond', 'triangle'] as const
export type Marker = (typeof MARKERS)[number]

/** The first of ours is solid; further ones differ by dash and marker and are all blue. */
export const strokeOf = (place: number): { dash: string | null; marker: Marker } => ({
  dash: DASHES[place % DASHES.length] ?? null,
  marker: MARKERS[place % MARKERS.length] ?? 'circle',
})

/** The outline of a marker as an SVG path around a point. */
export const markerPath = (marker: Marker, x: number, y: number, size: number): string =>
  MARKER_PATHS[marker](x, y, size)

/** Paper around words that stand on a grid line. */
export const HALO = {
  stroke: COLOURS.paper,
  'stroke-width': 3,
  'stroke-linejoin': 'round',
  'paint-order': 'stroke',
}

/** Of the words on axes, in pixels. */
export const TICK_SIZE = 12

export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

const at = (value: number): string => String(Math.round(value * 100) / 100)

const MARKER_PATHS: Record<Marker, (x: number, y: number, size: number) => string> = {
  circle: (x, y, r) =>
    `M${at(x - r)},${at(y)}a${at(r)},${at(r)} 0 1,0 ${at(2 * r)},0a${at(r)},${at(r)} 0 1,0 ${at(-2 * r)},0Z`,
  square: (x, y, r) => outline(x, y, r, [-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9]),
  diamond: (x, y, r) => outline(x, y, r, [0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0]),
  triangle: (x, y, r) => outline(x, y, r, [0, -1.2, 1.15, 0.9, -1.15, 0.9]),
}

/** Corners as x, y after x, y about the middle, in sizes of the marker. */
const outline = (x: number, y: number, size: number, corners: readonly number[]): string => {
  const places = corners.map((corner, index) => at((index % 2 === 0 ? x : y) + corner * size))
  return `M${places.join(',').replace(/([^,]+,[^,]+),/g, '$1L')}Z`
}

const DASHES: readonly (string | null)[] = [null, '10 3', '3 3', '12 3 3 3']
