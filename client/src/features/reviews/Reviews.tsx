import type { ReviewRow } from '@muster/shared/contract/review'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { formatDate } from '@muster/shared/words/format'
import { REVIEW_STATUS_TERMS } from '@muster/shared/words/reviews/signature'
import { reviewsAddress } from '../../api/addresses.ts'
import { useReply } from '../../api/queries.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Field } from '../../ui/Field.tsx'
import { Page } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'
import './reviews.css'

export const Reviews = (_: { view: ViewOf<'reviews'> }) => (
  <Page
    title="Quarterly reviews"
    crumbs={[]}
    description="What changed in each quarter, which changes are unusual and which are not, and what cannot be checked."
  >
    <h1>Quarterly reviews</h1>
    <p>
      Any quarter can be read. A published review was made by one person and checked by another; its
      figures are frozen. The others are generated from the figures on request.
    </p>
    <Answered answer={useReply(reviewsAddress())}>{(rows) => <Quarters rows={rows} />}</Answered>
    <ChooseViews />
  </Page>
)

/** For a meeting that is not about a quarter. It works without script. */
const ChooseViews = () => (
  <form className="entry" action="/present" aria-labelledby="choose">
    <h2 id="choose">Present views of your own choice</h2>
    <p>
      Make each view under <a href={formatView(viewOf('compare', {}))}>Compare</a> and copy its link
      here, one on each line, up to twelve. Each becomes a screen.
    </p>
    <Field id="views" name="views" label="Links to Compare views" rows={4} required />
    <button type="submit">Present them</button>
  </form>
)

const Quarters = ({ rows }: { rows: readonly ReviewRow[] }) => (
  <Table
    name="Quarters, newest first"
    rows={rows}
    keyOf={({ quarter }) => quarter}
    columns={[
      {
        head: 'Quarter',
        cell: ({ quarter, name }) => (
          <a href={formatView(viewOf('review', { id: quarter }))}>{name}</a>
        ),
      },
      {
        head: 'Review',
        cell: ({ status, edition }) =>
          REVIEW_STATUS_TERMS[status] + (edition === null ? '' : `, edition ${edition}`),
      },
      {
        head: 'Figures available on',
        cell: ({ asOf }) => (asOf === null ? 'today' : formatDate(asOf)),
      },
      { head: 'Checked by', cell: ({ checkedBy }) => checkedBy ?? 'nobody' },
      {
        head: 'Published',
        cell: ({ publishedAt }) =>
          publishedAt === null ? 'no' : formatDate(publishedAt.slice(0, 10)),
      },
      {
        head: 'Slides',
        cell: ({ quarter, name }) => (
          <a
            href={formatView(viewOf('present', { review: quarter }))}
            aria-label={`Present ${name}`}
          >
            Present
          </a>
        ),
      },
    ]}
  />
)
