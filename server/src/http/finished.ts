/**
 * Finished answers: the bytes of a reply by address and data version, plain and compressed. The
 * answers change only when the data version (or the day) does, so that is the one invalidation.
 */
import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type Encoding = 'identity' | 'br' | 'gzip'

export type Finished = {
  type: string
  status: number
  etag: string
  bytes: Buffer
  encoded: Partial<Record<Encoding, Buffer>>
}

export type FinishedAnswers = {
  get: (address: string, version: string) => Finished | undefined
  put: (address: string, version: string, answer: Omit<Finished, 'etag' | 'encoded'>) => Finished
}

/** Keeps at most `limit` bytes of plain answers; the longest unused goes first. */
export const finishedAnswers = (limit: number): FinishedAnswers => {
  const kept = new Map<string, Finished>()
  let version = ''
  let size = 0
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
      const finished = { ...answer, etag: etagOf(address, current), encoded: {} }
      kept.set(address, finished)
      size += answer.bytes.length
      for (const [oldest, { bytes }] of kept) {
        if (size <= limit || oldest === address) break
        kept.delete(oldest)
        size -= bytes.length
      }
      return finished
    },
  }
}

/** The best encoding that the client takes; small answers are not worth it. */
export const encodingFor = (accepted: string | undefined, bytes: Buffer): Encoding => {
  if (accepted === undefined || bytes.length < 1_024) return 'identity'
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}

/** Compressed once, when first asked for, then kept beside the plain bytes. */
export const encodedBytes = (answer: Finished, encoding: Encoding): Buffer => {
  if (encoding === 'identity') return answer.bytes
  const bytes = answer.encoded[encoding] ?? compress(answer.bytes, encoding)
  answer.encoded[encoding] = bytes
  return bytes
}

const compress = (bytes: Buffer, encoding: 'br' | 'gzip'): Buffer =>
  encoding === 'gzip'
    ? gzipSync(bytes)
    : brotliCompressSync(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      })

/** Strong: the same address at the same data version is the same bytes. */
const etagOf = (address: string, version: string): string =>
  `"${createHash('sha1').update(`${version} ${address}`).digest('base64url')}"`
