import type { ReviewRow } from '@muster/shared/api/review'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { screensOf } from '@muster/shared/words/review-screens'
import { reviewAddress, reviewsAddress } from '../api/addresses.ts'
import { replyOf, useReply } from '../api/queries.ts'
import { Answered } from '../app/Answered.tsx'
import { Page } from '../app/Page.tsx'
import { NotesWindow } from '../present/NotesWindow.tsx'
import { Stage } from '../present/Stage.tsx'
import '../present/present.css'

/** A review on a wall, one finding a screen. Once it is open it asks the server nothing more. */
export const Present = ({ view }: { view: ViewOf<'present'> }) => {
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
        {(found) => {
          const screens = screensOf(found.model, found.actions)
          return view.notes === 'yes' ? (
            <NotesWindow review={found} screens={screens} />
          ) : (
            <Stage view={view} review={found} screens={screens} />
          )
        }}
      </Answered>
    </Page>
  )
}

/** The newest published review, else the last quarter that has ended: the first row may be running. */
const latestOf = (rows: readonly ReviewRow[]): string | null =>
  (rows.find(({ status }) => status === 'published') ?? rows[1] ?? rows[0])?.quarter ?? null
