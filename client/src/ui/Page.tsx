import { asKnownSentence } from '@muster/shared/words/as-known'
import type { ReactNode } from 'react'
import { usePlace } from '../api/place.ts'
import { replyOf } from '../api/queries.ts'
import { Breadcrumb, type Crumb } from './Breadcrumb.tsx'
import { Notice } from './Notice.tsx'
import { useView } from './use-view.ts'
import './Page.css'

type Given = {
  /** What the tab and a bookmark show, without the name of the site. */
  title: string
  description?: string
  /** The pages above this one; none on the first page. */
  crumbs: readonly Crumb[] | null
  children: ReactNode
}

/** The frame of a page: its title, where it stands, and the landmark that holds its one h1. */
export const Page = ({ title, description, crumbs, children }: Given) => {
  const { view, ignored } = useView()
  const place = replyOf(usePlace())
  const site = place?.title ?? 'Muster'
  const known =
    'asOf' in view
      ? asKnownSentence({
          at: 'at' in view ? view.at : undefined,
          asOf: view.asOf,
          today: place?.today ?? null,
        })
      : null
  return (
    <>
      <title>{`${title} – ${site}`}</title>
      {description !== undefined && <meta name="description" content={description} />}
      <div className="column">
        {crumbs && <Breadcrumb crumbs={crumbs} here={title} />}
        <main id="main" tabIndex={-1}>
          {ignored.length > 0 && (
            <Notice title="A part of the address was not understood and is left out">
              <p>{ignored.join(', ')}</p>
            </Notice>
          )}
          {known !== null && <p className="as-known">{known}</p>}
          {children}
        </main>
      </div>
    </>
  )
}
