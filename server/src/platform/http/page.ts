/**
 * Pages: the client's own React tree, drawn here first, with the replies it was drawn from inside,
 * so that the page is readable before and without script.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fastifyStatic from '@fastify/static'
import { isPrivateAddress } from '@muster/shared/contract/account'
import { ProblemError } from '@muster/shared/contract/problem'
import type { FastifyInstance } from 'fastify'
import { headersForPage } from '../../accounts/guard.ts'
import type { Services } from '../../services.ts'
import type { MadeAnswer } from './finished.ts'
import { keepAndSend, sendKept } from './route.ts'
import { singleFlight } from './single-flight.ts'

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
export const pageRoutes = async (
  app: FastifyInstance,
  services: Services,
  dist: string | null,
): Promise<void> => {
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
  const draw = async (url: string, headers: Record<string, string>): Promise<Drawn> => {
    for (let attempt = 1; ; attempt += 1) {
      const version = services.version()
      const { replies, mayBeKept } = await askAll(app, renderer, url, headers)
      // Figures that changed meanwhile would be kept as if they were the new ones.
      if (version !== services.version() && attempt < MOST_ATTEMPTS) continue
      const page = renderer.render(url, replies)
      return {
        version,
        mayBeKept,
        type: 'text/html; charset=utf-8',
        status: page.status,
        bytes: Buffer.from(fill(template, page, replies)),
      }
    }
  }
  const once = singleFlight<Drawn>()
  app.get('/*', async (request, reply) => {
    const url = request.raw.url ?? '/'
    const version = services.version()
    const kept = services.finished.get(url, version)
    if (kept !== undefined) return sendKept(services, request, reply, version, kept)
    const headers = headersForPage(services, request)
    const drawn = await once(JSON.stringify([version, url, headers]), () => draw(url, headers))
    if (drawn.mayBeKept) return keepAndSend(services, request, reply, drawn.version, drawn)
    return reply
      .code(drawn.status)
      .headers({ 'content-type': drawn.type, 'cache-control': 'no-store' })
      .send(drawn.bytes)
  })
}

type Drawn = MadeAnswer & { version: string; mayBeKept: boolean }

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
const MOST_ATTEMPTS = 3
