import { use, useEffect, useState } from 'react'
import { useSession } from '../api/session.ts'
import { FetchPage } from '../ui/fetch-page.ts'

/**
 * Is all here that a presentation may need when the network has gone? Screens and source rows are in
 * the deck before it stands; the page that Esc leads to and its charts are chunks of their own, and
 * it asks who is signed in.
 */
export const useReady = (leave: string): boolean => {
  const fetchPage = use(FetchPage)
  const session = useSession()
  const [fetched, setFetched] = useState(false)
  useEffect(() => {
    let isCurrent = true
    const charts = import('../charts/live/live-charts.tsx').then((live) => live.fetchLiveCharts())
    Promise.all([fetchPage(leave), charts]).then(
      () => isCurrent && setFetched(true),
      () => isCurrent && setFetched(false),
    )
    return () => {
      isCurrent = false
    }
  }, [fetchPage, leave])
  return fetched && session.state !== 'unknown'
}
