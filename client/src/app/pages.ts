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
export const sourceOf = (page: PageName): string => `src/${SOURCES[page]}.tsx`

const SOURCES: { [P in PageName]: string } = {
  home: 'features/promises/Home',
  compare: 'features/compare/Compare',
  'fair-share': 'features/compare/FairShare',
  coverage: 'features/data/Coverage',
  promises: 'features/promises/Promises',
  promise: 'features/promises/PromiseStory',
  request: 'features/promises/Request',
  areas: 'features/areas/Areas',
  area: 'features/areas/AreaStory',
  reviews: 'features/reviews/Reviews',
  review: 'features/reviews/Review',
  present: 'present/Present',
  data: 'features/data/Data',
  changes: 'features/data/Changes',
  evidence: 'features/data/Evidence',
  api: 'features/data/Api',
  imports: 'features/imports/Imports',
  import: 'features/imports/Import',
  'sign-in': 'features/accounts/SignIn',
  'accept-invitation': 'features/accounts/AcceptInvitation',
  account: 'features/accounts/Account',
  'not-found': 'app/NotFound',
}

const LOADERS: { [P in PageName]: () => Promise<PageFor<P>> } = {
  home: async () => (await import('../features/promises/Home.tsx')).Home,
  compare: async () => (await import('../features/compare/Compare.tsx')).Compare,
  'fair-share': async () => (await import('../features/compare/FairShare.tsx')).FairShare,
  coverage: async () => (await import('../features/data/Coverage.tsx')).Coverage,
  promises: async () => (await import('../features/promises/Promises.tsx')).Promises,
  promise: async () => (await import('../features/promises/PromiseStory.tsx')).PromiseStory,
  request: async () => (await import('../features/promises/Request.tsx')).Request,
  areas: async () => (await import('../features/areas/Areas.tsx')).Areas,
  area: async () => (await import('../features/areas/AreaStory.tsx')).AreaStory,
  reviews: async () => (await import('../features/reviews/Reviews.tsx')).Reviews,
  review: async () => (await import('../features/reviews/Review.tsx')).Review,
  present: async () => (await import('../present/Present.tsx')).Present,
  data: async () => (await import('../features/data/Data.tsx')).Data,
  changes: async () => (await import('../features/data/Changes.tsx')).Changes,
  evidence: async () => (await import('../features/data/Evidence.tsx')).Evidence,
  api: async () => (await import('../features/data/Api.tsx')).Api,
  imports: async () => (await import('../features/imports/Imports.tsx')).Imports,
  import: async () => (await import('../features/imports/Import.tsx')).ImportStory,
  'sign-in': async () => (await import('../features/accounts/SignIn.tsx')).SignIn,
  'accept-invitation': async () =>
    (await import('../features/accounts/AcceptInvitation.tsx')).AcceptInvitation,
  account: async () => (await import('../features/accounts/Account.tsx')).Account,
  'not-found': async () => (await import('./NotFound.tsx')).NotFound,
}

const loaded = new Map<PageName, Promise<AnyPage>>()
