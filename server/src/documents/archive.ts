/** A ZIP that depends on its files alone: the same files give the same bytes, whatever the clock says. */
import { unzipSync, type Zippable, zipSync } from 'fflate'

/** @param plain names of files that are not compressed, so that their bytes can be read from outside. */
export const archiveOf = (
  files: Readonly<Record<string, Uint8Array>>,
  plain: readonly string[] = [],
): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, bytes]): [string, Zippable[string]] => [
          name,
          [bytes, plain.includes(name) ? { ...EPOCH, level: 0 } : EPOCH],
        ]),
      ),
    ),
  )

/** Packs anew what a library has packed with the hour. */
export const repacked = (bytes: Uint8Array): Buffer => archiveOf(unzipSync(bytes))

const EPOCH = { mtime: '1980-01-01T00:00:00Z' }
