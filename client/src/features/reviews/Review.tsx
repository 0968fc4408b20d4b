import type { Review as Reply } from '@muster/shared/contract/review'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { signedWords } from '@muster/shared/words/reviews/signature'
import { fileOf, reviewAddress } from '../../api/addresses.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Links } from '../../ui/Links.tsx'
import { Page } from '../../ui/Page.tsx'
import { Details } from './Details.tsx'
import { PageOne } from './PageOne.tsx'
import { Standing } from './Standing.tsx'
import { Workbench } from './Workbench.tsx'
import './reviews.css'

/** The review of a quarter: one printable page that answers, and the pages that it rests on. */
export const Review = ({ view }: { view: ViewOf<'review'> }) => {
  const address = reviewAddress(view.id, { edition: view.edition })
  const answer = useReply(address)
  const review = replyOf(answer)
  return (
    <Page
      title={review === null ? `Review of ${view.id}` : `Review of ${review.name}`}
      crumbs={[{ name: 'Reviews', href: formatView(viewOf('reviews', {})) }]}
      description={review?.model.answer ?? 'What changed in a quarter.'}
    >
      {answer.state !== 'ready' && <h1>Review of {view.id}</h1>}
      {view.work === 'yes' ? (
        <>
          <h1>Prepare the review of {review?.name ?? view.id}</h1>
          <Workbench quarter={view.id} />
        </>
      ) : (
        <Answered answer={answer}>
          {(found) => (
            <>
              <Standing review={found} />
              <PageOne review={found} />
              <Files review={found} address={address} />
              <p className="note">{signedWords(found)}</p>
              <Details review={found} />
            </>
          )}
        </Answered>
      )}
    </Page>
  )
}

const Files = ({ review, address }: { review: Reply; address: string }) => (
  <Links className="no-print">
    <a href={formatView(viewOf('present', { review: review.quarter, edition: editionOf(review) }))}>
      Present
    </a>
    {FILES.map(({ kind, name }) => (
      <a
        key={kind}
        href={fileOf(address, kind)}
        download={kind === 'pdf' ? undefined : true}
        target="_self"
      >
        {name}
      </a>
    ))}
    <a href={address} target="_self">
      JSON
    </a>
    <a href={formatView(viewOf('review', { id: review.quarter, work: 'yes' }))}>
      Prepare this review
    </a>
  </Links>
)

const editionOf = ({ status, edition }: Reply): string | null =>
  status === 'generated' || edition === null ? null : String(edition)

const FILES = [
  { kind: 'pdf', name: 'PDF' },
  { kind: 'pptx', name: 'PowerPoint' },
  { kind: 'xlsx', name: 'Excel' },
  { kind: 'html', name: 'One offline file (HTML)' },
  { kind: 'zip', name: 'Everything (ZIP)' },
] as const
