import { type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import { Afterwards } from './Afterwards.tsx'

/**
 * Holds a still picture, which the server draws and which prints, and in the browser the live one in
 * its place. Both have the same height, so that nothing moves when the one takes over.
 */
export const ChartFrame = ({
  still,
  narrow,
  live,
}: {
  /** At the width at which it also prints. */
  still: ReactNode
  /** The same for a small screen: needed only until the live one is there. */
  narrow: () => ReactNode
  live: (width: number) => ReactNode
}) => {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const [isLive, setLive] = useState(false)
  return (
    <div ref={box} className="chart-frame">
      <div className="chart-still">
        {/* First the one that a slow phone waits for. */}
        {isLive ? null : narrow()}
        <Afterwards>{still}</Afterwards>
      </div>
      {width === null ? null : (
        <Suspense fallback={null}>
          {live(width)}
          <Arrival tell={setLive} />
        </Suspense>
      )}
    </div>
  )
}

/** Says when what stands beside it has been fetched and drawn: only then does an effect run. */
const Arrival = ({ tell }: { tell: (isLive: boolean) => void }) => {
  useEffect(() => tell(true), [tell])
  return null
}

/** Null on the server and until the box has been measured. */
const useWidth = (box: RefObject<HTMLElement | null>): number | null => {
  const [width, setWidth] = useState<number | null>(null)
  useEffect(() => {
    if (box.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.floor(entry?.contentRect.width ?? 0)
      if (measured > 0) setWidth(measured)
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box])
  return width
}
