import type { PromiseDetail } from '@muster/shared/contract/promise'
import { TRUSTS } from '@muster/shared/domain/series/observation'
import { formatDate } from '@muster/shared/words/format'
import { TRUST_TERMS } from '@muster/shared/words/terms'
import { isEditor, useSession } from '../../api/session.ts'
import { Field } from '../../ui/Field.tsx'
import { TrustTag } from '../../ui/TrustTag.tsx'
import { addressOfPromise } from './address.ts'
import { EntryAction, EntryForm } from './EntryForm.tsx'

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
                  address={`${addressOfPromise(promise.id)}/events/${event.id}`}
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
    address={`${addressOfPromise(promise.id)}/events`}
    submit="Enter it"
  >
    {(fault) => (
      <>
        <Field id="event-kind" label="What it is" error={fault('kind')}>
          {(tied) => (
            <select {...tied} name="kind">
              <option value="event">an event that took place</option>
              <option value="complete">the list is complete up to the date</option>
            </select>
          )}
        </Field>
        <Field id="event-area" label="Area" error={fault('area')}>
          {(tied) => (
            <select {...tied} name="area">
              {areasOf(promise).map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="event-date" label="Date" hint="As 2023-07-18." error={fault('date')}>
          {(tied) => <input {...tied} className="short" type="text" name="date" required />}
        </Field>
        <Field id="event-what" label="What took place, or who says so" error={fault('what')}>
          {(tied) => <input {...tied} type="text" name="what" required />}
        </Field>
        <Field id="event-evidence" label="Where it can be checked" error={fault('evidence')}>
          {(tied) => <input {...tied} type="text" name="evidence" required />}
        </Field>
        <Field id="event-url" label="Address, if there is one" error={fault('url')}>
          {(tied) => <input {...tied} type="url" name="url" />}
        </Field>
        <Field id="event-trust" label="Trust" error={fault('trust')}>
          {(tied) => (
            <select {...tied} name="trust" defaultValue="secondary">
              {TRUSTS.map((trust) => (
                <option key={trust} value={trust}>
                  {TRUST_TERMS[trust].label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </>
    )}
  </EntryForm>
)

const areasOf = ({ readings }: PromiseDetail) => [
  ...new Map(
    readings.map(({ reading, areaName }) => [reading.area, { code: reading.area, name: areaName }]),
  ).values(),
]
