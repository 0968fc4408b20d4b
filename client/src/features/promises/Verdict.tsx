import type { PromiseDetail } from '@muster/shared/contract/promise'
import { formatDate, formatIn, formatList } from '@muster/shared/words/format'
import { measureOf } from '@muster/shared/words/measure'
import { formatPlain } from '@muster/shared/words/promises/meaning'
import { statusWord } from '@muster/shared/words/promises/status-words'
import { KIND_TERMS } from '@muster/shared/words/terms'
import { evidenceHref } from '../../ui/evidence-href.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { Table } from '../../ui/Table.tsx'
import { TrustTag } from '../../ui/TrustTag.tsx'
import { Arithmetic } from './Arithmetic.tsx'
import { Overrides } from './Overrides.tsx'
import { decidingReadings } from './parts.ts'

export const Verdict = ({ promise }: { promise: PromiseDetail }) => (
  <section aria-labelledby="verdict">
    <h2 id="verdict">The verdict</h2>
    <p className="lead">
      <StatusTag status={promise.status} words={promise.statusWords} />
      {promise.since !== null && <span className="quiet"> since {formatDate(promise.since)}</span>}
      {promise.kind !== 'undertaking' && (
        <span className="quiet">
          {' '}
          as {articleOf(KIND_TERMS[promise.kind].label)} {KIND_TERMS[promise.kind].label}
        </span>
      )}
    </p>
    <p>{promise.sentence}</p>
    <ThreeNumbers promise={promise} />
    <Sides promise={promise} />
    <Doubts promise={promise} />
    <Overrides promise={promise} />
    <p className="note">
      Judged on {formatDate(promise.at)}
      {promise.asOf !== null && `, by the figures available on ${formatDate(promise.asOf)}`}. The
      rule: {promise.ruleSentence}
    </p>
    {promise.arithmetic.length > 0 && (
      <Arithmetic
        caption="The numbers that it is based on"
        used={promise.arithmetic}
        unit={promise.standing?.unit ?? ''}
      />
    )}
  </section>
)

/** Promised, judged, newest: never one for another, each with its date and a way to its row. */
const ThreeNumbers = ({ promise }: { promise: PromiseDetail }) => {
  const { standing, judged, newest, afterwards } = promise
  if (standing === null || (judged === null && newest === null)) return null
  const measure = measureOf(standing)
  const dated = (label: string, figure: PromiseDetail['judged']) =>
    figure && (
      <>
        {formatPlain(figure.value, measure)}
        {figure.date !== null && ` ${formatIn(figure.date)}`} <TrustTag trust={figure.trust} />{' '}
        {figure.observation !== null && (
          <a href={evidenceHref(figure.observation)} aria-label={`Evidence: ${label}`}>
            Evidence
          </a>
        )}
      </>
    )
  return (
    <Facts
      of={{
        Promised: standing.promised !== null && formatPlain(standing.promised, measure),
        'When judged': dated('when judged', judged),
        'Newest figure': dated('newest figure', newest),
        'Since it was judged': afterwards,
      }}
    />
  )
}

/** What the words leave open: each reading with its own verdict, side by side. */
const Sides = ({ promise: { sides, standing } }: { promise: PromiseDetail }) =>
  sides.length === 0 ? null : (
    <Table
      name="Each reading with its own verdict"
      caption="Each reading with its own verdict"
      rows={sides}
      keyOf={({ reading }) => reading}
      columns={[
        { head: 'Reading', cell: ({ label }) => label },
        {
          head: 'Verdict',
          cell: ({ status, statusWords }) => <StatusTag status={status} words={statusWords} />,
        },
        {
          head: 'Figure',
          number: true,
          cell: ({ judged }) =>
            judged === null || standing === null
              ? ''
              : formatPlain(judged.value, measureOf(standing)),
        },
        {
          head: 'Date',
          cell: ({ judged }) => (judged?.date == null ? '' : formatDate(judged.date)),
        },
      ]}
    />
  )

/** Where another edition, an unverified figure or another reading would say something else. */
const Doubts = ({ promise }: { promise: PromiseDetail }) => {
  const measure = promise.standing && measureOf(promise.standing)
  const own = decidingReadings(promise)
  return (
    <>
      {own.map(({ reading, firstPublished, firstValue, verdict: { now, unverified } }) => (
        <div key={`${reading.id} ${reading.part}`}>
          {firstValue && measure && (
            <Notice
              title={`First published as ${formatPlain(firstValue.value, measure)} ${formatIn(firstValue.date)}, since revised${now ? ` to ${formatPlain(now.value, measure)}` : ''}`}
            >
              <p>
                {firstPublished
                  ? `By the figure as first published the verdict is: ${statusWord(firstPublished, promise.kind)}.`
                  : 'The verdict is the same by both.'}
              </p>
            </Notice>
          )}
          {firstPublished && !firstValue && (
            <Notice
              title={`By the figures as first published: ${statusWord(firstPublished, promise.kind)}`}
            />
          )}
          {unverified && unverified.status !== promise.status && (
            <Notice
              title={`If figures that nobody has verified were right: ${statusWord(unverified.status, promise.kind)}`}
            >
              <p>They decide nothing here.</p>
            </Notice>
          )}
        </div>
      ))}
      {promise.alternatives.length > 0 && (
        <p>
          By another interpretation the status is{' '}
          {formatList(promise.alternatives.map((status) => statusWord(status, promise.kind)))}:{' '}
          <a href="#readings">other interpretations</a>.
        </p>
      )}
    </>
  )
}

const articleOf = (word: string): string => (/^[aeiou]/.test(word) ? 'an' : 'a')
