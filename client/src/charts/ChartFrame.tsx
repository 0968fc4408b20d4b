import type { ChartModel } from '@muster/shared/charts/svg/svg'
import { type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import { Afterwards } from './Afterwards.tsx'
import { STILL_WIDTHS, StaticChart } from './StaticChart.tsx'

type ChartBox = {
  ref: RefObject<HTMLDivElement | null>
  /** Null on the server and until the box has been measured. */
  width: number | null
}

/** The model at the width of its box. Words and table, which it has too, are the same at any width. */
export const useChartModel = <Model,>(
  modelOf: (width: number) => Model,
): { box: ChartBox; model: Model } => {
  const box = useChartBox()
  return { box, model: modelOf(box.width ?? STILL_WIDTHS.wide) }
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
  modelOf,
  live,
}: {
  id: string
  box: ChartBox
  modelOf: (width: number) => ChartModel
  /** Asked for once the width is known. */
  live: () => ReactNode
}) => {
  const [isLive, setLive] = useState(false)
  const still = (size: keyof typeof STILL_WIDTHS) => (
    <StaticChart id={id} model={modelOf(STILL_WIDTHS[size])} size={size} />
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
          {live()}
          <Arrival tell={setLive} />
        </Suspense>
      )}
    </div>
  )
}

/** Drawn when its turn comes, not when it is mentioned. */
const Still = ({ draw }: { draw: () => ReactNode }) => draw()

/** Says when what stands beside it has been fetched and drawn: only then does an effect run. */
const Arrival = ({ tell }: { tell: (isLive: boolean) => void }) => {
  useEffect(() => tell(true), [tell])
  return null
}
