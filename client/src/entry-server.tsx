/**
 * The pages as the server draws them. What a page needs is what it asks while it is drawn: so a
 * drawing with the replies at hand tells which are still missing, and no second list can be wrong.
 */

import type { Area } from '@muster/shared/domain/areas/area'
import { parseView, type View } from '@muster/shared/view/view'
import type { QueryClient } from '@tanstack/react-query'
import { QueryClientProvider } from '@tanstack/react-query'
import { renderToString } from 'react-dom/server'
import { Router } from 'wouter'
import { areasAddress } from './api/addresses.ts'
import { clientWith, problemsOf, unanswered } from './api/queries.ts'
import { App } from './app/App.tsx'
import { loadEveryPage, sourceOf } from './app/pages.ts'

/** Put in by the build of the bundle: the chunks of each page. */
declare const PAGE_FILES: Readonly<Record<string, readonly string[]>>

type Replies = Readonly<Record<string, unknown>>

type Rendered = {
  html: string
  title: string
  description: string
  /** The same two as tags. */
  head: string
  /** The chunks of this page as hints, so that they are fetched before they are asked for. */
  preloads: string
  /** 404 where there is no such page; the status of a problem that a part of the page met. */
  status: number
}

/** The addresses of the API that the page asks and that `have` does not answer yet. */
export const needs = (url: string, have: Replies): string[] => {
  const client = clientWith(have)
  draw(url, client)
  return unanswered(client)
}

/** Draws the page. A problem stands among the replies as the API gave it. */
export const render = (url: string, replies: Replies): Rendered => {
  const client = clientWith(replies)
  const { head, body } = splitHead(draw(url, client))
  return {
    html: body,
    head,
    preloads: preloads(url),
    title: readEntities(/<title>([^<]*)<\/title>/.exec(head)?.[1] ?? ''),
    description: readEntities(/<meta name="description" content="([^"]*)"/.exec(head)?.[1] ?? ''),
    status: statusOf(url, client),
  }
}

await loadEveryPage()

const draw = (url: string, client: QueryClient): string => {
  const { path, search } = parseUrl(url)
  return renderToString(
    <QueryClientProvider client={client}>
      <Router ssrPath={path} ssrSearch={search}>
        <App />
      </Router>
    </QueryClientProvider>,
  )
}

/** React writes the tags that belong in the head before everything else. */
const splitHead = (html: string): { head: string; body: string } => {
  const head = /^(?:<title>[^<]*<\/title>|<meta [^>]*>|<link [^>]*>)*/.exec(html)?.[0] ?? ''
  return { head, body: html.slice(head.length) }
}

const preloads = (url: string): string => {
  const { path, search } = parseUrl(url)
  const { page } = parseView(path, search).view
  const early = page === 'present' ? (PAGE_FILES['src/present/early-keys.ts'] ?? []) : []
  const files = (PAGE_FILES[sourceOf(page)] ?? []).filter((file) => file.endsWith('.js'))
  return [
    ...early.map((file) => `<script type="module" async src="/${file}"></script>`),
    ...files.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
  ].join('')
}

const statusOf = (url: string, client: QueryClient): number => {
  const { path, search } = parseUrl(url)
  const { view } = parseView(path, search)
  if (view.page === 'not-found' || isUnknownArea(view, client)) return 404
  return Math.max(200, ...problemsOf(client).map(({ status }) => status))
}

/** The page of an area finds it in the list of all, which is no problem where the code is not in it. */
const isUnknownArea = (view: View, client: QueryClient): boolean =>
  view.page === 'area' &&
  client.getQueryData<Area[]>([areasAddress({})])?.some(({ code }) => code === view.code) === false

const readEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity)

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

const parseUrl = (url: string): { path: string; search: string } => {
  const at = url.indexOf('?')
  return at < 0 ? { path: url, search: '' } : { path: url.slice(0, at), search: url.slice(at + 1) }
}
