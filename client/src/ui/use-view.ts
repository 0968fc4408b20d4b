/** The view is the address: reading one reads the other, and each change is one step of Back. */
import { formatView, type ParsedView, parseView, type View } from '@muster/shared/view/view'
import { useLocation, useSearch } from 'wouter'

export const useView = (): ParsedView => {
  const [path] = useLocation()
  const search = useSearch()
  return parseView(path, search)
}

/** Goes to a view; going where one already is leaves no step. */
export const useGo = (): ((view: View) => void) => {
  const [path, navigate] = useLocation()
  const search = useSearch()
  const here = search === '' ? path : `${path}?${search}`
  return (view) => {
    const there = formatView(view)
    if (there !== here) navigate(there)
  }
}
