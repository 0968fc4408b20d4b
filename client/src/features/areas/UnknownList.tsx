import type { UnknownSeries } from '@muster/shared/contract/area-profile'
import { formatView, viewOf } from '@muster/shared/view/view'
import { formatNumber } from '@muster/shared/words/format'

/** What is not known here, by reason: what only a whole has cannot be split. */
export const UnknownList = ({ series }: { series: readonly UnknownSeries[] }) => {
  const reasons = [...new Set(series.map(({ why }) => why))]
  if (series.length === 0)
    return <p>Every measure that is known for areas like this one is known here too.</p>
  return (
    <ul>
      {reasons.map((why) => {
        const own = series.filter((each) => each.why === why)
        return (
          <li key={why}>
            <details>
              <summary className="opener">
                {why} {formatNumber(own.length)} {own.length === 1 ? 'measure' : 'measures'}
              </summary>
              <ul className="choices">
                {own.map(({ metric, name, heldBy }) => (
                  <li key={metric}>
                    <a
                      className="target"
                      href={formatView(
                        viewOf('compare', {
                          metric,
                          areas: heldBy.slice(0, MOST_AREAS).map(({ code }) => code),
                        }),
                      )}
                    >
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        )
      })}
    </ul>
  )
}

const MOST_AREAS = 12
