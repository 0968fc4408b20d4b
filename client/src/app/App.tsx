import { parseView, type View } from '@muster/shared/view/view'
import { Suspense, use, useEffect } from 'react'
import { FetchPage } from '../ui/fetch-page.ts'
import { useView } from '../ui/use-view.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { pageOf } from './pages.ts'
import { Shell } from './Shell.tsx'
import { useLinks } from './use-links.ts'

export const App = () => {
  const { view } = useView()
  useLinks()
  return (
    <Shell view={view}>
      <ErrorBoundary key={keyOf(view)}>
        <Suspense>
          <PageOf view={view} />
        </Suspense>
      </ErrorBoundary>
    </Shell>
  )
}

const PageOf = ({ view }: { view: View }) => {
  const Page = use(pageOf(view.page))
  // Not in the frame around it, which comes to life before the page that it holds.
  useEffect(() => {
    document.documentElement.dataset.alive = ''
  }, [])
  return (
    <FetchPage value={fetchPage}>
      <Page view={view} />
    </FetchPage>
  )
}

const fetchPage = (address: string): Promise<unknown> => {
  const { pathname, search } = new URL(address, location.origin)
  return pageOf(parseView(pathname, search).view.page)
}

/** Another promise is another page; another metric on Compare is the same page changed. */
const keyOf = (view: View): string =>
  [view.page, 'id' in view ? view.id : '', 'code' in view ? view.code : ''].join(' ')
