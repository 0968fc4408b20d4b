import type { Screen } from '@muster/shared/words/reviews/screens'
import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { StaticChart } from '../charts/still/StaticChart.tsx'
import { TableOf } from '../ui/TableOf.tsx'
import type { Deck } from './deck.ts'

/** One screen of the wall: a title, and a chart or a table or some lines. */
export const ScreenView = ({ deck, screen }: { deck: Deck; screen: Screen }) => (
  <section className="screen" aria-labelledby="screen-title">
    <h1 id="screen-title">{screen.title}</h1>
    {screen.lines.length === 1 && <p>{screen.lines[0]}</p>}
    {screen.lines.length > 1 && (
      <ul>
        {screen.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )}
    {screen.chart !== null && <WallChart key={screen.chart} deck={deck} id={screen.chart} />}
    {screen.table !== null && <TableOf table={screen.table} linked={false} />}
  </section>
)

/** Drawn small and shown larger, on a wall so that its smallest words are 24 px high. */
const WallChart = ({ deck, id }: { deck: Deck; id: string }) => {
  const { width, height } = useWall()
  const box = useRef<HTMLDivElement>(null)
  const [above, setAbove] = useState(TITLE_AND_FOOT)
  // What stands above and below takes as many lines as its words need; the chart has the rest.
  useLayoutEffect(() => {
    const stage = box.current?.closest('.stage')
    if (box.current === null || stage == null) return
    const top = box.current.getBoundingClientRect().top - stage.getBoundingClientRect().top
    const foot = stage.querySelector('.stage-foot')?.getBoundingClientRect().height ?? 0
    setAbove(top + foot + height * 0.02)
  }, [height])
  const scale = width < PHONE ? 1.25 : Math.max(2, width / 640)
  const chart = deck.chartOf(id)
  if (chart === null) return null
  const drawn = chart({
    width: Math.floor((width * 0.95) / scale),
    height: Math.max(180, Math.floor((height - above) / scale)),
  })
  const { model } = drawn
  // A ranking is as high as its rows are many: it is shown smaller where the wall is too low.
  const shown = Math.min(scale, Math.max(180 * scale, height - above) / model.height)
  return (
    <>
      <div
        className="wall-chart"
        ref={box}
        style={{ width: model.width * shown, height: model.height * shown }}
      >
        <StaticChart id={`wall-${id}`} drawn={drawn} />
      </div>
      <p className="visually-hidden">{model.summary.join(' ')}</p>
    </>
  )
}

/** The size of the window; on the server that of a common projector. */
const useWall = (): { width: number; height: number } => {
  const size = useSyncExternalStore(
    (changed) => {
      addEventListener('resize', changed)
      return () => removeEventListener('resize', changed)
    },
    () => `${innerWidth} ${innerHeight}`,
    () => '1280 720',
  )
  const [width = 1280, height = 720] = size.split(' ').map(Number)
  return { width, height }
}

/** Two lines of title, one of subtitle, and the foot, in pixels: until they are measured. */
const TITLE_AND_FOOT = 260
/** Narrower than this nobody stands before a wall. */
const PHONE = 700
