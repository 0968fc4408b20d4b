import { decimalsNeeded } from '@muster/shared/charts/words/table-model'
import type { LadderRung } from '@muster/shared/contract/area-profile'
import { formatView, viewOf } from '@muster/shared/view/view'
import { formatDate, formatNumber } from '@muster/shared/words/format'
import { formatExact, type Measure } from '@muster/shared/words/measure'
import { BASIS_TERMS } from '@muster/shared/words/terms'
import { ScrollBox } from '../../ui/ScrollBox.tsx'
import { TrustTag } from '../../ui/TrustTag.tsx'

/** From posts to people on duty, for ours and the range of the others; unknown rungs say so. */
export const LadderTable = ({
  name,
  rungs,
  plural,
}: {
  name: string
  rungs: readonly LadderRung[]
  plural: string
}) => (
  <>
    <p>
      Posts are not people, and people in post are not people on duty. Each step is a separate
      figure with its own date; none is computed from another.
    </p>
    <ScrollBox name="From posts to duty">
      <table>
        <caption>
          From posts to duty, {name} and the other {plural}
        </caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col" className="number">
              {name}
            </th>
            <th scope="col">As at</th>
            <th scope="col">The other {plural}, same date and source</th>
          </tr>
        </thead>
        <tbody>
          {rungs.map((rung) => (
            <tr key={rung.id}>
              <th scope="row">
                {rung.label}
                <span className="note line">{rung.definition}</span>
              </th>
              <td className="number">
                {rung.ours === null ? (
                  'not published'
                ) : (
                  <a href={formatView(viewOf('evidence', { id: rung.ours.observation }))}>
                    {shownOf(rung)(rung.ours.value)}
                  </a>
                )}
              </td>
              <td>
                {rung.date === null ? '' : formatDate(rung.date)}{' '}
                {rung.ours !== null && <TrustTag trust={rung.ours.trust} />}
                {rung.basis !== null && rung.basis !== 'not_stated' && (
                  <span className="note line">{BASIS_TERMS[rung.basis].label}</span>
                )}
                {rung.source !== null && <span className="note line">{rung.source}</span>}
              </td>
              <td>{othersOf(rung)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  </>
)

const othersOf = (rung: LadderRung): string => {
  const known = rung.others
    .flatMap(({ name, value }) => (value === null ? [] : [{ name, value }]))
    .sort((a, b) => a.value - b.value)
  const [least, most] = [known[0], known.at(-1)]
  if (rung.ours === null || least === undefined || most === undefined) return 'not published'
  const shown = shownOf(rung)
  const whom =
    known.length === rung.others.length
      ? `all ${formatNumber(known.length)}`
      : `${formatNumber(known.length)} of ${formatNumber(rung.others.length)} published`
  return least === most
    ? `${least.name} ${shown(least.value)} (${whom})`
    : `from ${shown(least.value)} (${least.name}) to ${shown(most.value)} (${most.name}), ${whom}`
}

/** No more decimals than the figure has: a whole number stays whole. */
const shownOf = (rung: LadderRung): ((value: number) => string) => {
  const measure = measureOf(rung)
  return (value) => formatExact(value, measure, decimalsNeeded([value], measure))
}

const measureOf = ({ label, unit, basis }: LadderRung): Measure => ({
  name: label,
  short: label,
  unit,
  decimals: unit === 'percent' ? 1 : 0,
  basis,
  per: null,
})
