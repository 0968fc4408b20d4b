import { Page } from '../ui/Page.tsx'

export const NotFound = () => (
  <Page title="Nothing here" crumbs={[]}>
    <h1>There is nothing at this address</h1>
    <p>
      If you followed a link from this site, it is our fault. Begin again at the{' '}
      <a href="/">first page</a>, or look through <a href="/promises">all promises</a>.
    </p>
  </Page>
)
