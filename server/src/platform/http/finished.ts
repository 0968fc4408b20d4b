/**
 * Finished answers: the bytes of a reply by address and data version, plain and compressed, with the
 * headers they are sent with. The answers change only when the data version (or the day) does, so
 * that is the one invalidation.
 */
import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { singleFlight } from './single-flight.ts'

export type Encoding = 'identity' | 'br' | 'gzip'

/** What is sent in one encoding, and the headers of it as its first sending set them. */
type Packed = { bytes: Buffer; etag: string; heads: Heads | null }

/** Names and values in turn, as Node writes them without looking at them again. */
export type Heads = { whole: string[]; unchanged: string[] }

export type MadeAnswer = {
  type: string
  status: number
  bytes: Buffer
  /** Of its own; null takes one away that every answer has. */
  headers?: Readonly<Record<string, string | null>>
  /** False for what is put together from answers that are not kept themselves. */
  mayBeKept?: boolean
}

export type Finished = MadeAnswer & { packed: Partial<Record<Encoding, Packed>> }

export type FinishedAnswers = {
  get: (address: string, version: string) => Finished | undefined
  put: (address: string, version: string, answer: MadeAnswer) => Finished
  /** Several who wait for the same are given one making; see `singleFlight`. */
  once: (key: string, make: () => Promise<MadeAnswer>) => Promise<MadeAnswer>
  /** The answer in an encoding: compressed once, when first asked for, then kept beside it. */
  pack: (address: string, version: string, answer: Finished, encoding: Encoding) => Packed
}

/** Keeps at most `limit` bytes, compressed ones included; the longest unused answer goes first. */
export const finishedAnswers = (limit: number): FinishedAnswers => {
  const kept = new Map<string, Finished>()
  let version = ''
  let size = 0
  /** Counts the bytes in, and lets go of what was longest unused, but never of `spare`. */
  const count = (bytes: number, spare: string): void => {
    size += bytes
    for (const [oldest, answer] of kept) {
      if (size <= limit) break
      if (oldest === spare) continue
      kept.delete(oldest)
      size -= sizeOf(answer)
    }
  }
  return {
    get: (address, current) => {
      if (current !== version) return undefined
      const answer = kept.get(address)
      if (answer === undefined) return undefined
      // Moving it to the end makes the map's order the order of last use.
      kept.delete(address)
      kept.set(address, answer)
      return answer
    },
    put: (address, current, answer) => {
      if (current !== version) {
        kept.clear()
        size = 0
        version = current
      }
      const before = kept.get(address)
      if (before !== undefined) {
        kept.delete(address)
        size -= sizeOf(before)
      }
      const finished = { ...answer, packed: {} }
      kept.set(address, finished)
      count(sizeOf(finished), address)
      return finished
    },
    once: singleFlight<MadeAnswer>(),
    pack: (address, current, answer, encoding) => {
      const known = answer.packed[encoding]
      if (known !== undefined) return known
      const packed: Packed = {
        bytes: encoding === 'identity' ? answer.bytes : compress(answer.bytes, encoding),
        etag: etagOf(address, current, encoding),
        heads: null,
      }
      answer.packed[encoding] = packed
      if (encoding !== 'identity' && kept.get(address) === answer)
        count(packed.bytes.length, address)
      return packed
    },
  }
}

/** The best encoding that the client takes; small answers are not worth it. */
export const encodingFor = (accepted: string | undefined, bytes: Buffer): Encoding => {
  if (accepted === undefined || bytes.length < 1_024) return 'identity'
  return takes(accepted, 'br') ? 'br' : takes(accepted, 'gzip') ? 'gzip' : 'identity'
}

/** Does `If-None-Match` name this strong tag? */
export const names = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch === etag ||
  ifNoneMatch === '*' ||
  (ifNoneMatch.includes(',') && ifNoneMatch.split(',').some((tag) => tag.trim() === etag))

/** An answer that has not changed (304) says nothing about a body that is not there. */
export const headsOf = (headers: Readonly<Record<string, unknown>>, length: number): Heads => {
  const pairs = Object.entries(headers).map(([name, value]) => [name, String(value)])
  return {
    whole: [...pairs, ['content-length', String(length)]].flat(),
    unchanged: pairs.filter(([name = '']) => !ABOUT_THE_BODY.includes(name)).flat(),
  }
}

/** Headers that a 304 leaves out, as it has no body. */
export const ABOUT_THE_BODY: readonly string[] = [
  'content-type',
  'content-encoding',
  'content-disposition',
]

/** `br;q=0` is a refusal. */
const takes = (accepted: string, coding: 'br' | 'gzip'): boolean =>
  accepted.includes(coding) &&
  accepted.split(',').some((entry) => {
    const [name, weight] = entry.split(';')
    return name?.trim() === coding && !/^\s*q=0(\.0*)?\s*$/.test(weight ?? '')
  })

const sizeOf = ({ bytes, packed }: Finished): number =>
  bytes.length + (packed.br?.bytes.length ?? 0) + (packed.gzip?.bytes.length ?? 0)

const compress = (bytes: Buffer, encoding: 'br' | 'gzip'): Buffer =>
  encoding === 'gzip'
    ? gzipSync(bytes)
    : brotliCompressSync(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          [constants.BROTLI_PARAM_LGWIN]: 18,
        },
      })

/** Strong: the same address at the same data version in the same encoding is the same bytes. */
const etagOf = (address: string, version: string, encoding: Encoding): string => {
  const hash = createHash('sha1').update(`${version} ${address}`).digest('base64url')
  return encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`
}
