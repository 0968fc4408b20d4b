/**
 * Pages: the client's own React tree, drawn here first, with the replies it was drawn from inside,
 * so that the page is readable before and without script.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fastifyStatic from '@fastify/static'
import { isPrivateAddress } from '@muster/shared/contract/endpoints'
import { ProblemError } from '@muster/shared/contract/problem'
import type { FastifyInstance } from 'fastify'
import { sendFinished } from './finished-reply.ts'
import type { Routes } from './http-services.ts'

/** What the client's server bundle exports. */
type Renderer = {
  /** The API addresses that the page still needs, given the replies that are there. */
  needs: (url: string, have: Record<string, unknown>) => string[]
  render: (
    url: string,
    replies: Record<string, unknown>,
  ) => {
    html: string
    status: number
    /** Title and description. */
    head: string
    /** Hints for the page's own chunks: after the page, whose chart may not wait for them. */
    preloads: string
  }
}

/** @param dist `client/dist`, as the client's build leaves it; null = API only. */
export const pageRoutes = async ({ app, http }: Routes, dist: string | null): Promise<void> => {
  if (dist === null || !existsSync(join(dist, 'browser', 'index.html'))) return
  const template = readFileSync(join(dist, 'browser', 'index.html'), 'utf8')
  const bundle = pathToFileURL(join(dist, 'server', 'entry-server.js')).href
  const renderer = (await import(bundle)) as Renderer
  await app.register(fastifyStatic, {
    root: join(dist, 'browser', 'assets'),
    prefix: '/assets/',
    immutable: true,
    preCompressed: true,
    maxAge: '1y',
    decorateReply: false,
  })
  app.get('/*', (request, reply) => {
    const url = request.raw.url ?? '/'
    return sendFinished(http, request, reply, async () => {
      const { replies, mayBeKept } = await askAll(app, renderer, url, http.headersForPage(request))
      const page = renderer.render(url, replies)
      return {
        mayBeKept,
        type: 'text/html; charset=utf-8',
        status: page.status,
        bytes: Buffer.from(fill(template, page, replies)),
      }
    })
  })
}

/** A page may learn from one reply what to ask next, but not for ever. */
const askAll = async (
  app: FastifyInstance,
  renderer: Renderer,
  url: string,
  headers: Record<string, string>,
): Promise<{ replies: Record<string, unknown>; mayBeKept: boolean }> => {
  const replies: Record<string, unknown> = {}
  let mayBeKept = true
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const needed = renderer
      .needs(url, replies)
      .filter((address) => !(address in replies) && !isPrivateAddress(address))
    if (needed.length === 0) break
    for (const address of needed) {
      const response = await app.inject({ method: 'GET', url: address, headers })
      // A session that ends halfway must not leave a page of refusals for everybody.
      if ([401, 403].includes(response.statusCode) && Object.keys(headers).length > 0)
        throw new ProblemError('unauthorized', 'The session has ended. Sign in again.')
      replies[address] = response.json()
      // What changes without a new data version, as an import that is checked, or a problem.
      if (response.headers['cache-control'] === 'no-store') mayBeKept = false
    }
  }
  return { replies, mayBeKept }
}

const fill = (
  template: string,
  page: ReturnType<Renderer['render']>,
  replies: Record<string, unknown>,
): string =>
  template
    .replace('<!--head-->', () => page.head)
    .replace('<!--app-->', () => page.html)
    .replace('<!--preloads-->', () => page.preloads)
    .replace(
      '<!--replies-->',
      () =>
        `<script type="application/json" id="replies">${JSON.stringify(replies).replaceAll('<', '\\u003c')}</script>`,
    )

const MOST_ROUNDS = 4
