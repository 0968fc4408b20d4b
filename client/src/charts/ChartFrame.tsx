import type { AskedChart, DrawnChart } from '@muster/shared/charts/kinds/kind'
import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import { Afterwards } from './Afterwards.tsx'
import { STILL_WIDTHS, StaticChart } from './still/StaticChart.tsx'

/**
 * What moves draws nothing on the server: it comes after the first paint. Where it cannot be fetched
 * the still picture stays.
 */
const LiveChart = lazy(() =>
  import('./live/live-charts.tsx').then(
    (module) => ({ default: module.LiveChart }),
    () => ({ default: (): ReactNode => null }),
  ),
)

type ChartBox = {
  ref: RefObject<HTMLDivElement | null>
  /** Null on the server and until the box has been measured. */
  width: number | null
}

/** The chart at the width of its box. */
export const useDrawnChart = (chart: AskedChart): { box: ChartBox; drawn: DrawnChart } => {
  const box = useChartBox()
  return { box, drawn: chart({ width: box.width ?? STILL_WIDTHS.wide }) }
}

const useChartBox = (): ChartBox => {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<number | null>(null)
  useEffect(() => {
    if (ref.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.floor(entry?.contentRect.width ?? 0)
      if (measured > 0) setWidth(measured)
    })
    observer.observe(ref.current)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}

/**
 * Holds a still picture, which the server draws and which prints, and in the browser the live one in
 * its place. Both have the same height, so that nothing moves when the one takes over.
 */
export const ChartFrame = ({
  id,
  box,
  chart,
  drawn,
  evidenceHref,
}: {
  id: string
  box: ChartBox
  chart: AskedChart
  /** At the width of the box. */
  drawn: DrawnChart
  evidenceHref: (observation: string) => string
}) => {
  const [isLive, setLive] = useState(false)
  const still = (size: keyof typeof STILL_WIDTHS) => (
    <StaticChart id={id} drawn={chart({ width: STILL_WIDTHS[size] })} size={size} />
  )
  return (
    <div ref={box.ref} className="chart-frame">
      <div className="chart-still">
        {/* First the one that a slow phone waits for; the wide one also prints. */}
        {isLive ? null : still('narrow')}
        <Afterwards>
          <Still draw={() => still('wide')} />
        </Afterwards>
      </div>
      {box.width === null ? null : (
        <Suspense fallback={null}>
          <LiveChart id={id} drawn={drawn} evidenceHref={evidenceHref} arrived={setLive} />
        </Suspense>
      )}
    </div>
  )
}

/** Drawn when its turn comes, not when it is mentioned. */
const Still = ({ draw }: { draw: () => ReactNode }) => draw()
