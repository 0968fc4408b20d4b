import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import { limits } from '../cells/limits.ts'
import { UnreadableFile } from '../cells/unreadable-file.ts'
import { packedBytes, type ZipEntry, zipDirectory } from './zip-directory.ts'

/** One file inside the archive; `chunks` unpacks it a stretch at a time, as often as asked. */
export type Part = { name: string; size: number; chunks: () => Iterable<Uint8Array> }

/**
 * Opens a zip archive without unpacking it; the keys are paths in lower case with forward slashes.
 *
 * Nothing is written to disk, so a path such as `../../x` is only a name here. Damage shows as broken
 * compression, as another length, or as another checksum once a part has been read to its end.
 */
export const unzip = (bytes: Uint8Array): ReadonlyMap<string, Part> => {
  const entries = directory(bytes)
  const cache = { bytesLeft: CACHE_BYTES }
  const parts = new Map<string, Part>()
  for (const entry of entries) {
    const key = entry.name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
    if (parts.has(key)) throw damaged(entry.name)
    parts.set(key, {
      name: entry.name,
      size: entry.size,
      chunks: cached(entry, cache, () => unpack(bytes, entry)),
    })
  }
  return parts
}

/** The refusal for a part that does not unpack or is not the XML it should be. */
export const damaged = (name: string, cause?: unknown): UnreadableFile =>
  new UnreadableFile(
    `The file is damaged or incomplete (its part '${name}' cannot be read): download it again, or open it in a spreadsheet program and save it under a new name.`,
    { cause },
  )

/** How much unpacked content one archive keeps for the next reading of a part. */
const CACHE_BYTES = 64 * 1024 * 1024

/** Packed bytes inflated at a time: at most 16 MB come out, since deflate packs 1,032 to 1. */
const STEP_BYTES = 16 * 1024

/** Small parts may be mostly repetition; large ones are made so. */
const RATIO_FROM_BYTES = 20 * 1024 * 1024

const STORED = 0
const DEFLATED = 8

const directory = (bytes: Uint8Array): ZipEntry[] => {
  const entries: ZipEntry[] = []
  let unpacked = 0
  try {
    for (const entry of zipDirectory(bytes)) {
      const { name, size, packedSize, isEncrypted } = entry
      if (name.endsWith('/')) continue
      if (isEncrypted) throw new UnreadableFile(LOCKED)
      entries.push(entry)
      unpacked += size
      if (entries.length > limits.parts) throw tooLarge(`has more than ${limits.parts} parts`)
      if (unpacked > limits.unpackedBytes) throw tooLarge(UNPACKS_TOO_LARGE)
      if (size > RATIO_FROM_BYTES && size > packedSize * limits.ratio)
        throw tooLarge(`unpacks to more than ${limits.ratio} times its size`)
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile(
      'The file is incomplete (its end is missing or broken): download or copy it again.',
      { cause: error },
    )
  }
  return entries
}

const LOCKED =
  'This file is locked with a password: open it, save it without the password, and try again.'

const UNPACKS_TOO_LARGE = `unpacks to more than ${limits.unpackedBytes / 1024 / 1024} MB`

const tooLarge = (what: string) =>
  new UnreadableFile(`The file ${what}: keep only the sheets you need and save it again.`)

const cached = (
  entry: ZipEntry,
  cache: { bytesLeft: number },
  unpacked: () => Iterable<Uint8Array>,
) => {
  let kept: Uint8Array[] | undefined
  return function* (): Generator<Uint8Array> {
    if (kept !== undefined) return yield* kept
    if (entry.size > cache.bytesLeft) return yield* unpacked()
    const chunks: Uint8Array[] = []
    for (const chunk of unpacked()) {
      chunks.push(chunk)
      yield chunk
    }
    if (kept === undefined && entry.size <= cache.bytesLeft) {
      kept = chunks
      cache.bytesLeft -= entry.size
    }
  }
}

/** Declared sizes lie: an entry that unpacks to more than it declares is stopped at that point. */
function* unpack(bytes: Uint8Array, entry: ZipEntry): Generator<Uint8Array> {
  let produced = 0
  let crc = 0
  try {
    for (const chunk of inflate(entry, packedBytes(bytes, entry))) {
      produced += chunk.length
      if (produced > entry.size) throw tooLarge('unpacks to more than it declares')
      crc = crc32(chunk, crc)
      yield chunk
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : damaged(entry.name, error)
  }
  if (produced !== entry.size || (entry.crc !== 0 && crc !== entry.crc)) throw damaged(entry.name)
}

function* inflate({ name, compression }: ZipEntry, packed: Uint8Array): Generator<Uint8Array> {
  if (compression === STORED) return yield packed
  if (compression !== DEFLATED) throw damaged(name)
  let ready: Uint8Array[] = []
  const inflater = new Inflate((data) => {
    if (data.length > 0) ready.push(data)
  })
  for (let at = 0; at < packed.length; at += STEP_BYTES) {
    inflater.push(packed.subarray(at, at + STEP_BYTES))
    yield* ready
    ready = []
  }
  inflater.push(new Uint8Array(0), true)
  yield* ready
}
