/**
 * Pages: the client's own React tree, drawn here first, with the replies it was drawn from inside,
 * so that the page is readable before and without script.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fastifyStatic from '@fastify/static'
import { isPrivateAddress } from '@muster/shared/api/account'
import { ProblemError } from '@muster/shared/api/problem'
import type { FastifyInstance } from 'fastify'
import { headersForPage } from '../accounts/guard.ts'
import type { Services } from '../services.ts'
import { sendFinished } from './route.ts'

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
    /** Title, description and hints for the page's own chunks. */
    head: string
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
  app.get('/*', async (request, reply) => {
    const url = request.raw.url ?? '/'
    if (services.finished.get(url, services.version()) === undefined) {
      const replies = await askAll(app, renderer, url, headersForPage(services, request))
      return sendFinished(services, request, reply, () => {
        const page = renderer.render(url, replies)
        return {
          type: 'text/html; charset=utf-8',
          status: page.status,
          bytes: Buffer.from(fill(template, page, replies)),
        }
      })
    }
    return sendFinished(services, request, reply, () => {
      throw new Error('The page was there a moment ago.')
    })
  })
}

/** A page may learn from one reply what to ask next, but not for ever. */
const askAll = async (
  app: FastifyInstance,
  renderer: Renderer,
  url: string,
  headers: Record<string, string>,
): Promise<Record<string, unknown>> => {
  const replies: Record<string, unknown> = {}
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
    }
  }
  return replies
}

const fill = (
  template: string,
  page: { html: string; head: string },
  replies: Record<string, unknown>,
): string =>
  template
    .replace('<!--head-->', () => page.head)
    .replace('<!--app-->', () => page.html)
    .replace(
      '<!--replies-->',
      () =>
        `<script type="application/json" id="replies">${JSON.stringify(replies).replaceAll('<', '\\u003c')}</script>`,
    )

const MOST_ROUNDS = 4
