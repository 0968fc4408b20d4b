/** The directory of a zip archive: PKWARE APPNOTE 4.3.12, and 4.3.14 for the 64-bit form. */
export type ZipEntry = {
  name: string
  size: number
  packedSize: number
  compression: number
  /** 0 where the writer gave none. */
  crc: number
  isEncrypted: boolean
  /** Where its local header begins. */
  start: number
}

/** @throws RangeError where the directory is not whole. */
export function* zipDirectory(bytes: Uint8Array): Generator<ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  let { at, entries } = directoryOf(view, end)
  for (; entries > 0; entries -= 1) {
    if (view.getUint32(at, true) !== ENTRY)
      throw new RangeError('An entry is not where it should be.')
    const flags = view.getUint16(at + 8, true)
    const nameEnd = at + HEADER_BYTES + view.getUint16(at + 28, true)
    const extraEnd = nameEnd + view.getUint16(at + 30, true)
    const name = Buffer.from(bytes.subarray(at + HEADER_BYTES, nameEnd))
    const long = longNumbers(view, nameEnd, extraEnd)
    const number = (offset: number): number => {
      const short = view.getUint32(at + offset, true)
      return short === 0xffffffff ? (long.next().value ?? short) : short
    }
    // The order in which the 64-bit form writes those that are too long.
    const [size, packedSize, start] = [number(24), number(20), number(42)]
    yield {
      name: name.toString((flags & UTF_8) === 0 ? 'latin1' : 'utf8'),
      size,
      packedSize,
      compression: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      isEncrypted: (flags & ENCRYPTED) !== 0,
      start,
    }
    at = extraEnd + view.getUint16(at + 32, true)
  }
}

/** The packed bytes of an entry, as a view. @throws RangeError where they are not all there. */
export const packedBytes = (bytes: Uint8Array, { start, packedSize }: ZipEntry): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  if (view.getUint32(start, true) !== LOCAL || from + packedSize > bytes.length)
    throw new RangeError('The content of an entry is not where it should be.')
  return bytes.subarray(from, from + packedSize)
}

const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const HEADER_BYTES = 46
const ENCRYPTED = 1
const UTF_8 = 0x800
const END = 0x06054b50
const END_BYTES = 22
const END_64_LOCATOR = 0x07064b50
const MOST_COMMENT_BYTES = 65_535

/** The end record stands at the very end, before a comment of any length. */
const endRecord = (view: DataView): number => {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT_BYTES); at -= 1)
    if (view.getUint32(at, true) === END) return at
  throw new RangeError('The archive has no end.')
}

/** An archive of the 64-bit form has a second end record, which a locator before the first names. */
const directoryOf = (view: DataView, end: number): { at: number; entries: number } => {
  const short = { at: view.getUint32(end + 16, true), entries: view.getUint16(end + 10, true) }
  if (short.at !== 0xffffffff && short.entries !== 0xffff) return short
  if (end < 20 || view.getUint32(end - 20, true) !== END_64_LOCATOR) return short
  const record = Number(view.getBigUint64(end - 12, true))
  return {
    at: Number(view.getBigUint64(record + 48, true)),
    entries: Number(view.getBigUint64(record + 32, true)),
  }
}

/** What the extra field of the 64-bit form holds; its id is 1. */
function* longNumbers(view: DataView, from: number, to: number): Generator<number, undefined> {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true))
    if (view.getUint16(at, true) === 1)
      for (let number = at + 4; number + 8 <= at + 4 + view.getUint16(at + 2, true); number += 8)
        yield Number(view.getBigUint64(number, true))
}
