import type { DrawnChart } from '@muster/shared/charts/kinds/kind'
import { svgOf } from '@muster/shared/charts/stills/svg'
import type { CSSProperties } from 'react'

/** Widths at which the server draws; the style sheet shows the one that fits, print the wide one. */
export const STILL_WIDTHS = { wide: 760, narrow: 340 } as const
type StillSize = keyof typeof STILL_WIDTHS

/** A chart as a picture that needs no script. `size` picks when the style sheet shows it. */
export const StaticChart = ({
  id,
  drawn,
  size,
}: {
  id: string
  drawn: DrawnChart
  size?: StillSize
}) => (
  <div
    className="chart-static"
    data-size={size}
    style={{ '--chart-height': `${drawn.model.height}px` } as CSSProperties}
    // biome-ignore lint/security/noDangerouslySetInnerHtml: svgOf escapes every word it is given
    dangerouslySetInnerHTML={{ __html: svgOf(drawn, size ? `${id}-${size}` : id) }}
  />
)
