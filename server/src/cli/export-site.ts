/**
 * The static copy: pages as the server draws them, without script. It holds every page as it opens,
 * the evidence of the numbers on it, tables as CSV, and reviews as files that present
 * themselves. Choices of a measure, an area or a day lead to further choices without end: they are
 * in the live copy only, and links to them become plain words.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { ProblemError } from '@muster/shared/contract/problem'
import type { ReviewRow } from '@muster/shared/contract/review'
import { formatDate } from '@muster/shared/words/format'
import type { FastifyInstance } from 'fastify'
import { findReviews } from '../reviews/queries.ts'
import type { Services } from '../services.ts'
import {
  fileOf,
  isPage,
  linksIn,
  STYLE_FILE,
  stillPage,
  styleIn,
  unlinked,
} from './export-still.ts'

type Export = {
  clientDist: string
  out: string
  /** Addresses at the most, as they are met from the first page on; what is met later is not linked. */
  most?: number
}

type Written = { pages: number; files: number; bytes: number }

/**
 * @throws ProblemError `bad-request` when the folder is not empty or the client is not built.
 */
export const exportSite = async (
  app: FastifyInstance,
  services: Services,
  { clientDist, out, most = MOST_ADDRESSES }: Export,
): Promise<Written> => {
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new ProblemError('bad-request', `${out} is not empty. Name a new folder.`)
  const assets = join(clientDist, 'browser', 'assets')
  if (!existsSync(assets))
    throw new ProblemError('bad-request', 'The pages are not built. Run pnpm build first.')
  const written: Written = { pages: 0, files: 0, bytes: 0 }
  const save = (name: string, bytes: Buffer | string): void => {
    const path = join(out, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    written.bytes += Buffer.byteLength(bytes)
  }
  const copied = copiedIn(findReviews(services))
  const made = formatDate(services.today())
  const wanted = [...STARTS]
  const seen = new Set(wanted)
  /** The pages that link to an address, for those that turn out not to be there. */
  const linkers = new Map<string, string[]>()
  const missing = new Set<string>()
  for (let at = 0; at < wanted.length; at += 1) {
    const address = wanted[at] ?? ''
    const file = fileOf(address)
    const answer = at < most ? await app.inject({ method: 'GET', url: address }) : null
    // Answers in process leave no turn of the event loop in which what they held is let go.
    await setImmediate()
    if (answer?.statusCode !== 200) {
      missing.add(file)
      continue
    }
    if (!isPage(address)) {
      save(file, answer.rawPayload)
      written.files += 1
      continue
    }
    if (written.pages === 0) save(STYLE_FILE, styleIn(answer.payload))
    const leads = (link: string) =>
      copied(link) ?? (address.startsWith('/evidence/') ? areaIn(link) : null)
    for (const link of linksIn(answer.payload)) {
      const target = leads(link)?.address
      if (target === undefined) continue
      linkers.set(target, [...(linkers.get(target) ?? []), file])
      if (seen.has(target)) continue
      seen.add(target)
      wanted.push(target)
    }
    save(file, stillPage(answer.payload, file, made, leads))
    written.pages += 1
  }
  const faulty = wanted.filter((address) => missing.has(fileOf(address)))
  for (const file of new Set(faulty.flatMap((address) => linkers.get(address) ?? []))) {
    const path = join(out, file)
    writeFileSync(path, unlinked(readFileSync(path, 'utf8'), file, missing))
  }
  const lost = await app.inject({ method: 'GET', url: '/not-there' })
  save(
    '404.html',
    stillPage(lost.payload, '404.html', made, () => null),
  )
  cpSync(assets, join(out, 'assets'), {
    recursive: true,
    filter: (file) => !/\.(js|js\.br|js\.gz|css\.br|css\.gz)$/.test(file),
  })
  return written
}

/** To present is to open the file of the review: of those published, and of the newest ended. */
const copiedIn = (rows: readonly ReviewRow[]) => {
  const published = new Set(
    rows.flatMap(({ quarter, status }) => (status === 'published' ? [quarter] : [])),
  )
  const newest = (rows.find(({ status }) => status === 'published') ?? rows[1] ?? rows[0])?.quarter
  return (link: string): { address: string; hash?: string } | null => {
    if (link.startsWith('/present')) {
      const query = new URLSearchParams(link.split('?')[1] ?? '')
      const quarter = query.get('review') ?? newest ?? ''
      const isHere = (published.has(quarter) || quarter === newest) && !query.has('edition')
      return isHere ? { address: `/api/v1/reviews/${quarter}.html`, hash: '#present' } : null
    }
    const file = /^\/api\/v1\/reviews\/(\d{4}-Q\d)\.(pptx|xlsx|html|zip|pdf)$/.exec(link)
    if (file !== null && published.has(file[1] ?? '')) return { address: link }
    return COPIED.some((pattern) => pattern.test(link)) ? { address: link } : null
  }
}

/** The series of a figure is in the live copy; the page of its area shows the series that decide. */
const areaIn = (link: string): { address: string } | null => {
  const code = /^\/compare\?(?:.*&)?areas=([^&,%]+)(?:&|$)/.exec(link)?.[1]
  return code === undefined ? null : { address: `/areas/${code}` }
}

/** The pages of the copy, and the few questions to them that are part of the story. */
const COPIED = [
  /^\/(compare|promises|areas|reviews|data|changes|coverage|fair-share)?$/,
  /^\/(promises|areas|reviews|evidence)\/[^/?]+$/,
  /^\/promises\/[^/?]+\/request$/,
  /^\/promises\/[^/?]+\?at=[\d-]+$/,
  /^\/reviews\/[^/?]+\?edition=\d+$/,
  /^\/changes\?[^?]*$/,
  /^\/coverage\?areaType=[^&]+$/,
  /^\/fair-share\?by=[^&]+$/,
  /^\/api\/v1\/(promises|coverage|changes|series|rankings)\.(csv|xlsx|ods|svg|png)(\?|$)/,
]
const STARTS = ['/', '/reviews']
const MOST_ADDRESSES = 30_000
