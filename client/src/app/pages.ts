/**
 * Which page draws which view; the addresses themselves are the grammar in `shared/view`. A page is
 * a chunk of its own, so that the first one loads only what it shows.
 */
import type { View } from '@muster/shared/view/view'
import type { ComponentType } from 'react'

type PageName = View['page']
type PageFor<P extends PageName> = ComponentType<{ view: Extract<View, { page: P }> }>
type AnyPage = ComponentType<{ view: View }>

export const pageOf = (page: PageName): Promise<AnyPage> => {
  const known = loaded.get(page)
  if (known !== undefined) return known
  const loading = (LOADERS[page]() as Promise<AnyPage>).then((value) => {
    // What React reads of a promise: a page that is loaded is drawn at once, on the server too.
    Object.assign(loading, { status: 'fulfilled', value })
    return value
  })
  loaded.set(page, loading)
  return loading
}

export const loadEveryPage = async (): Promise<void> => {
  await Promise.all((Object.keys(LOADERS) as PageName[]).map(pageOf))
}

/** The source of a page, by which the build knows its chunk. */
export const sourceOf = (page: PageName): string => `src/pages/${SOURCES[page]}.tsx`

const SOURCES: { [P in PageName]: string } = {
  home: 'Home',
  compare: 'Compare',
  'fair-share': 'FairShare',
  coverage: 'Coverage',
  promises: 'Promises',
  promise: 'PromiseStory',
  request: 'Request',
  areas: 'Areas',
  area: 'AreaStory',
  reviews: 'Reviews',
  review: 'Review',
  present: 'Present',
  data: 'Data',
  changes: 'Changes',
  evidence: 'Evidence',
  api: 'Api',
  imports: 'Imports',
  import: 'Import',
  'sign-in': 'SignIn',
  'accept-invitation': 'AcceptInvitation',
  account: 'Account',
  'not-found': 'NotFound',
}

const LOADERS: { [P in PageName]: () => Promise<PageFor<P>> } = {
  home: async () => (await import('../pages/Home.tsx')).Home,
  compare: async () => (await import('../pages/Compare.tsx')).Compare,
  'fair-share': async () => (await import('../pages/FairShare.tsx')).FairShare,
  coverage: async () => (await import('../pages/Coverage.tsx')).Coverage,
  promises: async () => (await import('../pages/Promises.tsx')).Promises,
  promise: async () => (await import('../pages/PromiseStory.tsx')).PromiseStory,
  request: async () => (await import('../pages/Request.tsx')).Request,
  areas: async () => (await import('../pages/Areas.tsx')).Areas,
  area: async () => (await import('../pages/AreaStory.tsx')).AreaStory,
  reviews: async () => (await import('../pages/Reviews.tsx')).Reviews,
  review: async () => (await import('../pages/Review.tsx')).Review,
  present: async () => (await import('../pages/Present.tsx')).Present,
  data: async () => (await import('../pages/Data.tsx')).Data,
  changes: async () => (await import('../pages/Changes.tsx')).Changes,
  evidence: async () => (await import('../pages/Evidence.tsx')).Evidence,
  api: async () => (await import('../pages/Api.tsx')).Api,
  imports: async () => (await import('../pages/Imports.tsx')).Imports,
  import: async () => (await import('../pages/Import.tsx')).ImportStory,
  'sign-in': async () => (await import('../pages/SignIn.tsx')).SignIn,
  'accept-invitation': async () => (await import('../pages/AcceptInvitation.tsx')).AcceptInvitation,
  account: async () => (await import('../pages/Account.tsx')).Account,
  'not-found': async () => (await import('../pages/NotFound.tsx')).NotFound,
}

const loaded = new Map<PageName, Promise<AnyPage>>()
