import { type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import { Afterwards } from './Afterwards.tsx'

export type ChartBox = {
  ref: RefObject<HTMLDivElement | null>
  /** Null on the server and until the box has been measured. */
  width: number | null
}

export const useChartBox = (): ChartBox => {
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
  box,
  wide,
  narrow,
  live,
}: {
  box: ChartBox
  /** At the width at which it also prints. */
  wide: () => ReactNode
  /** The same for a small screen: needed only until the live one is there. */
  narrow: () => ReactNode
  /** Null until the width is known. */
  live: ReactNode
}) => {
  const [isLive, setLive] = useState(false)
  return (
    <div ref={box.ref} className="chart-frame">
      <div className="chart-still">
        {/* First the one that a slow phone waits for. */}
        {isLive ? null : narrow()}
        <Afterwards>
          <Still draw={wide} />
        </Afterwards>
      </div>
      {live === null ? null : (
        <Suspense fallback={null}>
          {live}
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
