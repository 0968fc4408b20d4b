import type { Review } from '@muster/shared/api/review'
import { trendModel } from '@muster/shared/chart/trend-model'
import type { Screen } from '@muster/shared/words/review-screens'
import { useSyncExternalStore } from 'react'
import { StaticChart } from '../charts/StaticChart.tsx'
import { oursOf } from '../reviews/ours-of.ts'

/** One screen of the wall: a title, and a chart or a table or some lines. */
export const ScreenView = ({ review, screen }: { review: Review; screen: Screen }) => (
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
    {screen.chart !== null && <WallChart review={review} id={screen.chart} />}
    {screen.table !== null && <WallTable table={screen.table} />}
  </section>
)

/** Drawn small and shown at least twice as large, so that its smallest words are 24 px high. */
const WallChart = ({ review, id }: { review: Review; id: string }) => {
  const chart = review.model.charts.find((candidate) => candidate.id === id)
  const { width, height } = useWall()
  if (chart === undefined) return null
  const scale = Math.max(2, width / 640)
  const model = trendModel(chart.reply, {
    width: Math.floor((width * 0.95) / scale),
    height: Math.max(180, Math.floor((height - TITLE_AND_FOOT) / scale)),
    ours: oursOf(chart),
    areaWords: review.model.areaWords,
  })
  return (
    <>
      <div
        className="wall-chart"
        style={{ width: model.width * scale, height: model.height * scale }}
      >
        <StaticChart id={`wall-${id}`} model={model} />
      </div>
      <p className="visually-hidden">{model.summary.join(' ')}</p>
    </>
  )
}

const WallTable = ({ table }: { table: NonNullable<Screen['table']> }) => (
  <table>
    <caption className="visually-hidden">{table.title}</caption>
    <thead>
      <tr>
        {table.columns.map(({ label, numeric }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading
          <th key={index} scope="col" className={numeric ? 'number' : undefined}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {table.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows never change their place
        <tr key={index}>
          {row.map(({ text }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nor do cells
            <td key={place} className={table.columns[place]?.numeric ? 'number' : undefined}>
              {text}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

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

/** Two lines of title, one of subtitle, and the foot, in pixels. */
const TITLE_AND_FOOT = 260
