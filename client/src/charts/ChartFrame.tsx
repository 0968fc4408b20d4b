import { type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from 'react'

/**
 * Holds a still picture, which the server draws and which prints, and in the browser the live one in
 * its place. Both have the same height, so that nothing moves when the one takes over.
 */
export const ChartFrame = ({
  still,
  live,
}: {
  still: ReactNode
  live: (width: number) => ReactNode
}) => {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  return (
    <div ref={box} className="chart-frame">
      <div className="chart-still">{still}</div>
      {width === null ? null : <Suspense fallback={null}>{live(width)}</Suspense>}
    </div>
  )
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
