import { formatView, type View, viewOf } from '@muster/shared/view/view'
import { formatDate } from '@muster/shared/words/format'
import type { ReactNode } from 'react'
import { useOurs, usePlace } from '../api/place.ts'
import { replyOf } from '../api/queries.ts'
import { AccountSlot } from '../features/accounts/AccountSlot.tsx'
import './Shell.css'

/** What stands around every page: a way in, the sections, what is known as of when, the foot. */
export const Shell = ({ view, children }: { view: View; children: ReactNode }) => {
  const place = replyOf(usePlace())
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <header className="site-header">
        {place?.demonstration && (
          <p className="demonstration" role="note">
            {place.demonstration}
          </p>
        )}
        <div className="column">
          <a className="site-title" href="/">
            <svg width="10" height="18" aria-hidden="true">
              <rect width="10" height="18" fill="currentColor" />
            </svg>
            {place?.title ?? 'Muster'}
          </a>
          <nav className="site-nav" aria-label="Main">
            <ul>
              {SECTIONS.map(({ name, to, pages }) => (
                <li key={name}>
                  <a href={formatView(to)} aria-current={current(view, to, pages)}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="site-aside">
            <Known view={view} />
            <AccountSlot view={view} />
          </div>
        </div>
      </header>
      {children}
      <footer className="site-footer">
        <div className="column">
          <p>
            Figures keep the licences of their publishers, named with each source under{' '}
            <a href="/data">Data</a>. Programs can use the <a href="/api">API</a>.
          </p>
          {place && <p>Data version {place.dataVersion}</p>}
        </div>
      </footer>
    </>
  )
}

const Known = ({ view }: { view: View }) => {
  const { name } = useOurs()
  const asOf = 'asOf' in view ? view.asOf : null
  const known = asOf === null ? 'latest figures' : `figures available on ${formatDate(asOf)}`
  return <p className="site-known">{name === null ? known : `${name} · ${known}`}</p>
}

/** `page` for the page itself, `true` for a page below it. */
const current = (view: View, to: View, pages: readonly string[]): 'page' | 'true' | undefined =>
  view.page === to.page ? 'page' : pages.includes(view.page) ? 'true' : undefined

const SECTIONS = [
  { name: 'Home', to: viewOf('home', {}), pages: [] },
  { name: 'Compare', to: viewOf('compare', {}), pages: ['fair-share'] },
  { name: 'Promises', to: viewOf('promises', {}), pages: ['promise', 'request'] },
  { name: 'Areas', to: viewOf('areas', {}), pages: ['area'] },
  { name: 'Review', to: viewOf('reviews', {}), pages: ['review'] },
  { name: 'Present', to: viewOf('present', {}), pages: [] },
  {
    name: 'Data',
    to: viewOf('data', {}),
    pages: ['coverage', 'evidence', 'changes', 'api', 'imports', 'import'],
  },
] as const
