import type { Area } from '@muster/shared/domain/areas/area'
import { askWords } from '@muster/shared/words/promises/ask'
import { areasAddress } from '../../api/addresses.ts'
import { usePlace } from '../../api/place.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import type { CoverageGroup } from './CoverageGrid.tsx'

/** The next question to the publisher, drafted; nothing where nothing is missing. */
export const NextQuestion = ({
  name,
  group,
  table,
}: {
  name: string
  group: CoverageGroup
  table: string | null
}) => {
  const force = replyOf(usePlace())?.force
  const areas = replyOf(useReply(areasAddress({}))) ?? []
  // What lies outside the force is nobody's to answer there.
  const lacking = group.rows.filter(
    (row) =>
      (row.known === 0 || row.gaps.length > 0) &&
      (row.area === force || force === undefined || liesIn(row.area, force, areas)),
  )
  if (lacking.length === 0) return null
  const words = askWords({
    metricName: name,
    basis: group.basis,
    areas: lacking.map((row) => row.name),
    dates: lacking.flatMap((row) => row.gaps.map(({ date }) => date)),
    table,
  })
  return (
    <>
      <h3>What to ask for next</h3>
      <blockquote>{words}</blockquote>
      <p>
        <CopyButton textOf={() => words} />
      </p>
    </>
  )
}

const liesIn = (code: string, whole: string, areas: readonly Area[]): boolean =>
  (areas.find((area) => area.code === code)?.parents ?? []).some(
    (parent) => parent.code === whole || liesIn(parent.code, whole, areas),
  )
