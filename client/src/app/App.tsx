import type { View } from '@muster/shared/view/view'
import { Suspense, use } from 'react'
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
  return <Page view={view} />
}

/** Another promise is another page; another metric on Compare is the same page changed. */
const keyOf = (view: View): string =>
  [view.page, 'id' in view ? view.id : '', 'code' in view ? view.code : ''].join(' ')
