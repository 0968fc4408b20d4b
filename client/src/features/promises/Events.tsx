import type { PromiseDetail } from '@muster/shared/contract/promise'
import { TRUSTS } from '@muster/shared/domain/series/observation'
import { formatDate } from '@muster/shared/words/format'
import { TRUST_TERMS } from '@muster/shared/words/terms'
import { isEditor, useSession } from '../../api/session.ts'
import { Field } from '../../ui/Field.tsx'
import { termOptions } from '../../ui/options.ts'
import { TrustTag } from '../../ui/TrustTag.tsx'
import { entryAddress } from './address.ts'
import { EntryAction } from './EntryAction.tsx'
import { EntryForm } from './EntryForm.tsx'

/** The events that count towards the promise, each with where it can be checked. */
export const Events = ({ promise }: { promise: PromiseDetail }) => {
  const mayEnter = isEditor(useSession())
  if (!promise.takesEvents) return null
  return (
    <section aria-labelledby="events">
      <h2 id="events">Events that count towards it</h2>
      <p className="note">
        They are entered by hand. Until an editor states that a list is complete, events that are
        not on it are unknown, not zero.
      </p>
      {promise.events.length === 0 ? (
        <p>None has been entered.</p>
      ) : (
        <ul>
          {promise.events.map((event) => (
            <li key={event.id}>
              <EventLine event={event} />{' '}
              {mayEnter && event.withdrawnOn === null && (
                <EntryAction
                  name="Withdraw"
                  about={`${event.what}, ${formatDate(event.date)}`}
                  method="DELETE"
                  address={entryAddress(promise, `events/${event.id}`)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEnter && <EventForm promise={promise} />}
    </section>
  )
}

const EventLine = ({ event }: { event: PromiseDetail['events'][number] }) => (
  <>
    {event.withdrawnOn !== null && <strong>Withdrawn on {formatDate(event.withdrawnOn)}: </strong>}
    {event.kind === 'complete'
      ? `${event.areaName}: the list is complete up to ${formatDate(event.date)} (${event.what})`
      : `${event.areaName}, ${formatDate(event.date)}: ${event.what}`}
    . {event.url === '' ? event.evidence : <a href={event.url}>{event.evidence}</a>}{' '}
    <TrustTag always trust={event.trust} />{' '}
    <span className="note">
      entered by {event.by} on {formatDate(event.on)}
    </span>
  </>
)

const EventForm = ({ promise }: { promise: PromiseDetail }) => (
  <EntryForm
    title="Enter an event, or that the list is complete"
    address={entryAddress(promise, 'events')}
    submit="Enter it"
  >
    <Field id="event-kind" name="kind" label="What it is" options={KINDS} />
    <Field id="event-area" name="area" label="Area" options={areasOf(promise)} />
    <Field
      id="event-date"
      name="date"
      label="Date"
      hint="As 2023-07-18."
      className="short"
      required
    />
    <Field id="event-what" name="what" label="What took place, or who says so" required />
    <Field id="event-evidence" name="evidence" label="Where it can be checked" required />
    <Field id="event-url" name="url" label="Address, if there is one" type="url" />
    <Field
      id="event-trust"
      name="trust"
      label="Trust"
      defaultValue="secondary"
      options={termOptions(TRUSTS, TRUST_TERMS)}
    />
  </EntryForm>
)

const areasOf = ({ readings }: PromiseDetail) => [
  ...new Map(
    readings.map(({ reading, areaName }) => [
      reading.area,
      { value: reading.area, name: areaName },
    ]),
  ).values(),
]

const KINDS = [
  { value: 'event', name: 'an event that took place' },
  { value: 'complete', name: 'the list is complete up to the date' },
]
