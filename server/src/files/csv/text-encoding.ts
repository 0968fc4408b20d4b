import { isUtf8 } from 'node:buffer'

/**
 * The bytes of a text file as UTF-8 without a byte order mark, or undefined if they are not text.
 *
 * UTF-16 is known by its mark, or by every other byte of its start being NUL. What is not UTF-8 is
 * taken as Windows-1252, what Excel writes in the United Kingdom; other old encodings (Big5, Latin
 * 2) cannot be told from it and come out with wrong letters.
 */
export const asUtf8 = (bytes: Uint8Array): Uint8Array | undefined => {
  const encoding = utf16Of(bytes)
  if (encoding !== undefined) return transcoded(bytes, encoding)
  if (bytes.includes(0)) return undefined
  const text = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? bytes.subarray(3) : bytes
  if (hasManyControls(text)) return undefined
  return isUtf8(text) ? text : transcoded(text, 'windows-1252')
}

/** Whether the file begins with these bytes. */
export const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

/** Bytes looked at to tell what a file is. */
const HEAD_BYTES = 4096

const utf16Of = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const head = bytes.subarray(0, HEAD_BYTES)
  const nuls: [even: number, odd: number] = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) nuls[index % 2 === 0 ? 0 : 1] += 1
  const most = head.length * 0.35
  if (nuls[1] > most && nuls[0] === 0) return 'utf-16le'
  if (nuls[0] > most && nuls[1] === 0) return 'utf-16be'
  return undefined
}

const transcoded = (bytes: Uint8Array, encoding: string): Uint8Array | undefined => {
  const text = new TextDecoder(encoding).decode(bytes)
  return text.includes('\0') ? undefined : Buffer.from(text)
}

/** Control characters other than tab, line ends, form feed, escape and the old end-of-file mark. */
const hasManyControls = (bytes: Uint8Array): boolean => {
  const head = bytes.subarray(0, HEAD_BYTES)
  const controls = head.filter(
    (byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27),
  )
  return controls.length > head.length / 100
}
