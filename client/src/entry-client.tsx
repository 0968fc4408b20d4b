/** Takes over the page that the server drew, with the replies that it was drawn from. */
// Before the components, whose own styles say the last word.
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'

import { parseView } from '@muster/shared/view/view'
import { QueryClientProvider } from '@tanstack/react-query'
import { hydrateRoot } from 'react-dom/client'
import { clientWith } from './api/queries.ts'
import { App } from './app/App.tsx'
import { pageOf } from './app/pages.ts'

const replies = document.getElementById('replies')?.textContent ?? '{}'
const app = document.getElementById('app')

if (app !== null) {
  await pageOf(parseView(location.pathname, location.search).view.page)
  hydrateRoot(
    app,
    <QueryClientProvider client={clientWith(JSON.parse(replies) as Record<string, unknown>)}>
      <App />
    </QueryClientProvider>,
  )
}
