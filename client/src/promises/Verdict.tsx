import type { PromiseDetail } from '@muster/shared/api/promise'
import { formatDate } from '@muster/shared/words/format'
import { STATUS_TERMS } from '@muster/shared/words/terms'
import { Notice } from '../ui/Notice.tsx'
import { StatusTag } from '../ui/StatusTag.tsx'
import { Arithmetic } from './Arithmetic.tsx'

export const Verdict = ({ promise }: { promise: PromiseDetail }) => {
  const [first] = promise.readings
  return (
    <section aria-labelledby="verdict">
      <h2 id="verdict">The verdict</h2>
      <p className="lead">
        <StatusTag status={promise.status} />
        {promise.since !== null && (
          <span className="quiet"> since {formatDate(promise.since)}</span>
        )}
      </p>
      <p>{promise.sentence}</p>
      {promise.override && (
        <Notice
          title={`Set to “${STATUS_TERMS[promise.override.status].label}” by ${promise.override.by} on ${formatDate(promise.override.on)}`}
        >
          <p>{promise.override.reason}</p>
        </Notice>
      )}
      {first?.firstPublished && (
        <Notice
          title={`By the figures as first published: ${STATUS_TERMS[first.firstPublished].label}`}
        />
      )}
      <p className="note">
        Judged on {formatDate(promise.at)}
        {promise.asOf !== null && `, as known on ${formatDate(promise.asOf)}`}. The rule:{' '}
        {promise.ruleSentence}
      </p>
      {promise.arithmetic.length > 0 && (
        <Arithmetic
          caption="The numbers that it rests on"
          used={promise.arithmetic}
          unit={first?.unit ?? ''}
          decimals={first?.decimals ?? 0}
        />
      )}
    </section>
  )
}
