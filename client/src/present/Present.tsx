import type { ReviewRow } from '@muster/shared/contract/review'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { metricsAddress, reviewAddress, reviewsAddress } from '../api/addresses.ts'
import { usePlace } from '../api/place.ts'
import { replyOf, useReply } from '../api/queries.ts'
import { Answered } from '../ui/Answered.tsx'
import { Page } from '../ui/Page.tsx'
import { Chosen } from './Chosen.tsx'
import { type Deck, deckOf } from './deck.ts'
import { NotesWindow } from './NotesWindow.tsx'
import { Stage } from './Stage.tsx'
import './present.css'

/** A review, or chosen views, on a wall, one finding a screen. Once open it asks nothing more. */
export const Present = ({ view }: { view: ViewOf<'present'> }) =>
  view.views === null ? <OfReview view={view} /> : <OfViews view={view} views={view.views} />

const OfReview = ({ view }: { view: ViewOf<'present'> }) => {
  const rows = useReply(view.review === null ? reviewsAddress() : null)
  const quarter = view.review ?? latestOf(replyOf(rows) ?? [])
  const answer = useReply(
    quarter === null ? null : reviewAddress(quarter, { edition: view.edition }),
  )
  const review = replyOf(answer)
  return (
    <Page
      title={review === null ? 'Present' : `Present the review of ${review.name}`}
      crumbs={[{ name: 'Reviews', href: formatView(viewOf('reviews', {})) }]}
    >
      {answer.state !== 'ready' && <h1>Present</h1>}
      <Answered answer={answer}>
        {(found) => <Shown view={view} deck={deckOf(found, view)} />}
      </Answered>
    </Page>
  )
}

const OfViews = ({ view, views }: { view: ViewOf<'present'>; views: string }) => {
  const place = usePlace()
  const metrics = useReply(metricsAddress())
  return (
    <Page
      title="Present chosen views"
      crumbs={[{ name: 'Reviews', href: formatView(viewOf('reviews', {})) }]}
    >
      <Answered answer={place}>
        {(here) => (
          <Answered answer={metrics}>
            {(known) => (
              <Chosen views={views} place={here} metrics={known}>
                {(deck) => <Shown view={view} deck={deck} />}
              </Chosen>
            )}
          </Answered>
        )}
      </Answered>
    </Page>
  )
}

const Shown = ({ view, deck }: { view: ViewOf<'present'>; deck: Deck }) =>
  view.notes === 'yes' ? <NotesWindow deck={deck} /> : <Stage view={view} deck={deck} />

/** The newest published review, else the last quarter that has ended: the first row may be running. */
const latestOf = (rows: readonly ReviewRow[]): string | null =>
  (rows.find(({ status }) => status === 'published') ?? rows[1] ?? rows[0])?.quarter ?? null
