import type { Problem } from '@muster/shared/contract/problem'
import type { RelativeTo } from '@muster/shared/contract/series'
import type { Metric } from '@muster/shared/domain/series/metric'
import { formatView, type ViewOf } from '@muster/shared/view/view'
import { formatDate, formatList, formatNumber } from '@muster/shared/words/format'
import { BASIS_TERMS } from '@muster/shared/words/terms'
import { Links } from '../../ui/Links.tsx'
import { Notice } from '../../ui/Notice.tsx'

type CompareView = ViewOf<'compare'>

/** What cannot be compared, why, and the nearest that can. */
export const Refusal = ({
  problem,
  view,
  metric,
}: {
  problem: Problem
  view: CompareView
  metric: Metric | undefined
}) => {
  const nearest = nearestTo(problem, view, metric)
  return (
    <Notice title={problem.title}>
      <p>{problem.detail}</p>
      {nearest.length > 0 && (
        <>
          <p>What can be compared instead:</p>
          <Links>
            {nearest.map(({ name, to }) => (
              <a key={name} href={formatView(to)}>
                {name}
              </a>
            ))}
          </Links>
        </>
      )}
    </Notice>
  )
}

/** Values that cannot be compared with the date, and dates with which more can. */
export const NotHeld = ({ view, relative }: { view: CompareView; relative: RelativeTo }) => {
  const { lost, without, base } = relative
  if (lost.count === 0) return null
  const others = relative.nearest.filter((date) => date !== base)
  return (
    <Notice
      title={`${formatNumber(lost.count)} of ${formatNumber(lost.of)} values cannot be compared with ${formatDate(base)}`}
    >
      <p>
        {lost.why} {without.length > 0 && `None of ${formatList(without.map(({ name }) => name))}.`}
      </p>
      {others.length > 0 && (
        <Links>
          {others.map((date) => (
            <a key={date} href={formatView({ ...view, base: date })}>
              Compare with {formatDate(date)} instead
            </a>
          ))}
        </Links>
      )}
    </Notice>
  )
}

const nearestTo = (
  problem: Problem,
  view: CompareView,
  metric: Metric | undefined,
): { name: string; to: CompareView }[] => {
  const pointers = (problem.errors ?? []).map(({ pointer }) => pointer)
  if (pointers.includes('/per'))
    return [{ name: 'The same, not divided again', to: { ...view, per: null } }]
  if (pointers.includes('/basis'))
    return (metric?.bases ?? []).map((basis) => ({
      name: `Counted as: ${BASIS_TERMS[basis].label}`,
      to: { ...view, basis },
    }))
  if (pointers.includes('/base') || pointers.includes('/relative'))
    return [{ name: 'The same as published', to: { ...view, relative: null, base: null } }]
  return [{ name: 'Reset the view', to: { ...view, source: null, areas: null, per: null } }]
}
