/**
 * A write says on which state it was made. Where another one stands by now, nothing is written, and
 * the answer holds both texts: what stands, and what was sent.
 */
import { createHash } from 'node:crypto'
import { ChangedMeanwhile } from '@muster/shared/contract/problem'

/** What a write is made on, as it stands at this moment. */
export type Current = {
  /** As the answers give it that show it. */
  version: string
  text: readonly string[]
  /** What has to be the same: `first` is what stands before the dot of the version. */
  compared?: 'first' | 'all'
}

/** A hash of each part, joined by dots: of what people wrote first, of what it rests on next. */
export const versionOf = (...parts: readonly unknown[]): string =>
  parts
    .map((part) => createHash('sha256').update(JSON.stringify(part)).digest('hex').slice(0, LENGTH))
    .join('.')

/**
 * @param seen The version that was shown; undefined where a program did not say it.
 * @throws ChangedMeanwhile when something else stands.
 */
export const refuseChanged = (
  on: string,
  { version, text, compared = 'all' }: Current,
  seen: string | undefined,
  sent: unknown,
): void => {
  if (seen === undefined) return
  const part = (whole: string) => (compared === 'all' ? whole : whole.split('.')[0])
  if (part(version) === part(seen)) return
  throw new ChangedMeanwhile(
    on,
    { version, text: [...text] },
    { version: seen, text: linesOf(sent, '') },
  )
}

/** What was sent as lines to read: `reason: It was delivered.` */
const linesOf = (sent: unknown, name: string): string[] => {
  if (sent === undefined || sent === null || sent === '') return []
  if (typeof sent !== 'object') return [name === '' ? String(sent) : `${name}: ${String(sent)}`]
  return Object.entries(sent).flatMap(([key, value]) => {
    const own = Array.isArray(sent) ? `${name} ${Number(key) + 1}` : key
    return linesOf(value, Array.isArray(sent) || name === '' ? own : `${name}, ${own}`)
  })
}

const LENGTH = 16
