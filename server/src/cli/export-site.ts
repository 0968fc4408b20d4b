/**
 * The static copy: pages as the server draws them, without script. A web server of files ignores
 * what stands after `?`, so every address with a query becomes a file of its own; a link to what the
 * copy does not hold becomes plain words, never a page that answers another question.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { ProblemError } from '@muster/shared/api/problem'
import { formatDate } from '@muster/shared/words/format'
import type { FastifyInstance } from 'fastify'
import { findReviews } from '../reviews/queries.ts'
import type { Services } from '../services.ts'

type Written = { pages: number; files: number; bytes: number }

/**
 * @param most addresses at the most, as they are met from the first page on.
 * @throws ProblemError `bad-request` when the folder is not empty or the client is not built.
 */
export const exportSite = async (
  app: FastifyInstance,
  services: Services,
  clientDist: string,
  out: string,
  most = MOST_ADDRESSES,
): Promise<Written> => {
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new ProblemError('bad-request', `${out} is not empty. Name a new folder.`)
  const assets = join(clientDist, 'browser', 'assets')
  if (!existsSync(assets))
    throw new ProblemError('bad-request', 'The pages are not built. Run pnpm build first.')
  const published = new Set(
    findReviews(services).flatMap(({ quarter, status }) =>
      status === 'published' ? [quarter] : [],
    ),
  )
  const written: Written = { pages: 0, files: 0, bytes: 0 }
  const save = (name: string, bytes: Buffer | string): void => {
    const path = join(out, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    written.bytes += bytes.length
  }
  const wanted = [...STARTS]
  const seen = new Set(wanted)
  for (let at = 0; at < wanted.length && at < most; at += 1) {
    const address = wanted[at] ?? ''
    const answer = await app.inject({ method: 'GET', url: address })
    // Answers in process leave no turn of the event loop in which what they held is let go.
    await setImmediate()
    if (answer.statusCode !== 200) continue
    if (written.pages === 0) save(STYLE_FILE, styleIn(answer.payload))
    if (!isPage(address)) {
      save(fileOf(address), answer.rawPayload)
      written.files += 1
      continue
    }
    // Choices lead to further choices without end: the copy holds those of a page as it opens, and
    // the evidence of the numbers that stand there.
    const leads = (link: string): boolean =>
      isHeld(link, published) &&
      !(address.includes('?') && (link.includes('?') || link.startsWith('/evidence/')))
    const links = [...new Set(linksIn(answer.payload))].filter(
      (link) => leads(link) && !seen.has(link),
    )
    wanted.push(...links)
    for (const link of links) seen.add(link)
    const foot = `A copy without a server, made on ${formatDate(services.today())}.`
    save(
      fileOf(address),
      still(answer.payload, foot, (link) => isHeld(link, published)),
    )
    written.pages += 1
  }
  const missing = await app.inject({ method: 'GET', url: '/not-there' })
  save(
    '404.html',
    still(missing.payload, '', (link) => seen.has(link)),
  )
  cpSync(assets, join(out, 'assets'), {
    recursive: true,
    filter: (file) => !/\.(js|js\.br|js\.gz|css\.br|css\.gz)$/.test(file),
  })
  return written
}

/** `/promises?at=2024-03-31` → `promises/_/at-2024-03-31/index.html`. */
const fileOf = (address: string): string => {
  const path = pathIn(address)
  return isPage(address) ? join(path, 'index.html') : path
}

/** The path in the copy, without its first stroke. A name of a file keeps its ending. */
const pathIn = (address: string): string => {
  const [path = '', query] = address.split('?')
  const plain = decodeURIComponent(path).replace(/^\//, '').split('/').map(safe).join('/')
  if (query === undefined) return plain
  const named = safe(decodeURIComponent(query.replaceAll('+', ' ')))
  const ending = /\.(csv|xlsx|svg|png)$/.exec(plain)
  return ending === null
    ? join(plain, '_', named)
    : `${plain.slice(0, -ending[0].length)}/${named}${ending[0]}`
}

/** Names of files have at most 255 bytes; what is longer is told apart by its end. */
const safe = (text: string): string => {
  const bare = text.replace(/[^\w.+-]/g, '-')
  return bare.length <= LONGEST_NAME ? bare : `${bare.slice(0, 60)}-${checksum(bare)}`
}

const checksum = (text: string): string => {
  let sum = 0n
  for (const sign of text)
    sum = (sum * 1_099_511_628_211n + BigInt(sign.charCodeAt(0))) % (1n << 64n)
  return sum.toString(36)
}

/** Copied out: a piece of a text keeps the whole text in memory, and there are ten thousand. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/ href="(\/[^"#]*)/g)].map(([, link = '']) =>
    Buffer.from(link.replaceAll('&amp;', '&')).toString(),
  )

/** Each page carries the same style; the copy holds it once. */
const styleIn = (html: string): string => SHARED_STYLE.exec(html)?.[1] ?? ''

const isPage = (address: string): boolean => !address.startsWith('/api/v1/')

/** Files of a review only where it is published: the others change with the figures. */
const isHeld = (link: string, published: ReadonlySet<string>): boolean => {
  const file = /^\/api\/v1\/reviews\/(\d{4}-Q\d)\.(pptx|xlsx|html|zip|pdf)/.exec(link)
  if (file !== null) return published.has(file[1] ?? '')
  if (link.startsWith('/api/v1/')) return /^\/api\/v1\/[\w/-]+\.csv(\?|$)/.test(link)
  return !LEFT_OUT.test(link) && !link.startsWith('/assets/')
}

/** Takes out what needs a server, and points each link at its file. */
const still = (html: string, foot: string, isHeldHere: (link: string) => boolean): string =>
  html
    .replace(/<script\b[^>]*>.*?<\/script>/gs, '')
    .replace(/<link rel="modulepreload"[^>]*>/g, '')
    .replace(SHARED_STYLE, `<link rel="stylesheet" href="/${STYLE_FILE}">`)
    .replace(/<form\b.*?<\/form>/gs, '')
    .replace(/<div class="account-slot">.*?<\/div>/gs, '')
    .replace(/<button\b.*?<\/button>/gs, '')
    .replace(
      /<a\b([^>]*) href="(\/[^"#]*)(#[^"]*)?"([^>]*)>(.*?)<\/a>/gs,
      (_, before, link, hash, after, words) => {
        const address = String(link).replaceAll('&amp;', '&')
        return isHeldHere(address)
          ? `<a${before} href="${hrefOf(address)}${hash ?? ''}"${after}>${words}</a>`
          : String(words)
      },
    )
    .replace('</footer>', `<div class="column"><p>${foot}</p></div></footer>`)

const hrefOf = (address: string): string => {
  const path = pathIn(address)
  const end = isPage(address) && path !== '' ? '/' : ''
  return `/${path.split('/').map(encodeURIComponent).join('/')}${end}`
}

/** Pages that belong to a person, need a script, or ask a server. */
const LEFT_OUT = /^\/(sign-in|sign-out|accept-invitation|account|imports|present|embed|api)\b/

/** The first style of a page, in its head; a later one belongs to the page alone. */
const SHARED_STYLE = /<style>(.*?)<\/style>/s
const STYLE_FILE = 'assets/site.css'
const STARTS = ['/', '/reviews']
const MOST_ADDRESSES = 30_000
const LONGEST_NAME = 120
