/**
 * Links are plain `<a href>`, in pages and in charts alike; this one listener follows those that
 * lead to a page of ours without loading it anew, and leaves everything else to the browser.
 */
import { parseView } from '@muster/shared/view/view'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { pageOf } from './pages.ts'

export const useLinks = (): void => {
  const [, navigate] = useLocation()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const address = targetOf(event)
      if (address === null) return
      event.preventDefault()
      void open(address, navigate)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate])
}

/** The page is fetched before it is gone to, so that nothing is ever shown half. */
const open = async (address: URL, navigate: (to: string) => void): Promise<void> => {
  const leaves = address.pathname !== location.pathname
  try {
    await pageOf(parseView(address.pathname, address.search).view.page)
  } catch {
    location.assign(address)
    return
  }
  navigate(address.pathname + address.search)
  if (leaves) startAtTop()
}

const targetOf = (event: MouseEvent): URL | null => {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (link === null || link.hasAttribute('download') || link.hasAttribute('target')) return null
  const address = new URL(link.getAttribute('href') ?? '', location.href)
  const isPage = parseView(address.pathname, address.search).view.page !== 'not-found'
  return address.origin === location.origin && address.hash === '' && isPage ? address : null
}

/** A new page begins at its top, for the eye and for the screen reader. */
const startAtTop = (): void => {
  requestAnimationFrame(() => {
    scrollTo({ top: 0, behavior: 'instant' })
    document.getElementById('main')?.focus({ preventScroll: true })
  })
}
