import type { Changes, Revision } from '@muster/shared/contract/change'
import { formatView, viewOf } from '@muster/shared/view/view'
import { formatDate } from '@muster/shared/words/format'
import { measureOf } from '@muster/shared/words/measure'
import { decimalsOf, formatPlain, nounOf } from '@muster/shared/words/promises/meaning'
import { MISSING_TERMS } from '@muster/shared/words/terms'

type Given = { revisions: Changes['revisions']; most?: number }

/** Figures that a later edition gave another value, those that could turn a verdict first. */
export const Revisions = ({ revisions, most = revisions.length }: Given) =>
  revisions.length === 0 ? (
    <p>No figure was revised.</p>
  ) : (
    <ul>
      {revisions.slice(0, most).map((revision) => (
        <li key={revision.observation}>
          {revision.substantial && <strong>Could change a verdict: </strong>}
          {revision.areaName}, {nounOf(measureOf(revision))}, {formatDate(revision.date)}:{' '}
          {shown(revision, revision.before)} became {shown(revision, revision)} ({revision.release}
          ).{' '}
          <a
            href={formatView(viewOf('evidence', { id: revision.observation }))}
            aria-label={`Evidence: ${revision.areaName}, ${revision.metricName}, ${formatDate(revision.date)}`}
          >
            Evidence
          </a>
        </li>
      ))}
    </ul>
  )

const shown = (
  revision: Revision,
  { value, missing }: Pick<Revision, 'value' | 'missing'>,
): string => {
  if (value === null) return missing === null ? 'no value' : MISSING_TERMS[missing].label
  const values = [revision.value, revision.before.value].filter((it) => it !== null)
  return formatPlain(value, measureOf(revision), decimalsOf(values))
}
