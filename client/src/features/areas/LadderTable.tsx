import type { LadderRung } from '@muster/shared/contract/area-profile'
import { formatDate, formatNumber } from '@muster/shared/words/format'
import type { Measure } from '@muster/shared/words/measure'
import { splitWords } from '@muster/shared/words/split'
import { BASIS_TERMS } from '@muster/shared/words/terms'
import { evidenceHref } from '../../ui/evidence-href.ts'
import { Table } from '../../ui/Table.tsx'
import { TrustTag } from '../../ui/TrustTag.tsx'
import { formatShortest } from './format-shortest.ts'

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
    <Table
      name="From posts to duty"
      caption={`From posts to duty, ${name} and the other ${plural}`}
      rows={rungs}
      keyOf={({ id }) => id}
      columns={[
        {
          head: 'Step',
          cell: ({ label, definition, taken }) => (
            <>
              {label}
              <span className="note line">{definition}</span>
              {taken.length > 0 && (
                <span className="note line">Of all time, {splitWords(taken)}.</span>
              )}
            </>
          ),
        },
        {
          head: name,
          number: true,
          cell: (rung) =>
            rung.ours === null ? (
              'not published'
            ) : (
              <a href={evidenceHref(rung.ours.observation)}>{shownOf(rung)(rung.ours.value)}</a>
            ),
        },
        {
          head: 'As at',
          cell: ({ date, ours, basis, source }) => (
            <>
              {date === null ? '' : formatDate(date)}{' '}
              {ours !== null && <TrustTag trust={ours.trust} />}
              {basis !== null && basis !== 'not_stated' && (
                <span className="note line">{BASIS_TERMS[basis].label}</span>
              )}
              {source !== null && <span className="note line">{source}</span>}
            </>
          ),
        },
        { head: `The other ${plural}, same date and source`, cell: othersOf },
      ]}
    />
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

const shownOf =
  (rung: LadderRung) =>
  (value: number): string =>
    formatShortest(value, measureOf(rung))

const measureOf = ({ label, unit, basis }: LadderRung): Measure => ({
  name: label,
  short: label,
  unit,
  decimals: unit === 'percent' ? 1 : 0,
  basis,
  per: null,
})
