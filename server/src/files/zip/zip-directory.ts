/** What the directory of a zip archive says of each entry beside name and size: PKWARE APPNOTE 4.3.12. */
export type ZipFacts = { crc: number; isEncrypted: boolean }

/**
 * In the order of the directory; empty where it cannot be found, which the unpacking finds out too.
 * `crc` is 0 where the writer gave none.
 */
export const zipDirectory = (bytes: Uint8Array): ZipFacts[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  const facts: ZipFacts[] = []
  if (end === undefined) return facts
  let at = directoryStart(view, end)
  while (at + HEADER_BYTES <= bytes.length && view.getUint32(at, true) === ENTRY) {
    facts.push({
      crc: view.getUint32(at + 16, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at +=
      HEADER_BYTES +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
  return facts
}

const ENTRY = 0x02014b50
const HEADER_BYTES = 46
const END = 0x06054b50
const END_BYTES = 22
const END_64_LOCATOR = 0x07064b50
const MOST_COMMENT_BYTES = 65_535

/** The end record stands at the very end, before a comment of any length. */
const endRecord = (view: DataView): number | undefined => {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT_BYTES); at -= 1)
    if (view.getUint32(at, true) === END) return at
  return undefined
}

/** An archive of the 64-bit form has a second end record, which a locator before the first names. */
const directoryStart = (view: DataView, end: number): number => {
  const start = view.getUint32(end + 16, true)
  const locator = end - 20
  if (start !== 0xffffffff || locator < 0) return start
  if (view.getUint32(locator, true) !== END_64_LOCATOR) return start
  const record = Number(view.getBigUint64(locator + 8, true))
  return record + 56 <= view.byteLength ? Number(view.getBigUint64(record + 48, true)) : start
}
