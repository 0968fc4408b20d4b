/**
 * Builds the bundle for the browser and the bundle with which the server draws the same pages.
 *
 * `node client/build.ts` builds; with `--if-changed` only when a source has changed since, which a
 * hash of the sources beside the bundles tells: a second start may not wait for it.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

export type Built = { built: boolean; line: string }

export const build = async ({ ifChanged = false } = {}): Promise<Built> => {
  const wanted = sourceHash()
  if (ifChanged && readStamp() === wanted) return { built: false, line: 'client: up to date' }
  const started = performance.now()
  rmSync(STAMP, { force: true })
  const { bundle } = await import('./bundle.ts')
  await bundle(ROOT, DIST)
  compressAssets()
  writeFileSync(STAMP, wanted)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  return { built: true, line: `client: built in ${seconds} s, first page ${firstPageSize()}` }
}

/** Hashed files never change: they are compressed once, here, as hard as it goes. */
const compressAssets = (): void => {
  for (const file of filesOf(`${DIST}/browser/assets`)) {
    const bytes = readFileSync(file)
    writeFileSync(`${file}.br`, brotliCompressSync(bytes))
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

/** What the browser loads before anything else: the script and the style that the page names. */
const firstPageSize = (): string => {
  const page = readFileSync(join(DIST, 'browser/index.html'), 'utf8')
  const files = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(
    ([, file]) => file ?? '',
  )
  const sizes = files.map((file) => statSync(join(DIST, 'browser', `${file}.br`)).size)
  return `${(sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1)} kB compressed`
}

const sourceHash = (): string => {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesOf)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

const filesOf = (path: string): string[] =>
  extname(path) !== ''
    ? [path]
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()

const readStamp = (): string | null => {
  try {
    return readFileSync(STAMP, 'utf8')
  } catch {
    return null
  }
}

const ROOT = import.meta.dirname
const DIST = `${ROOT}/dist`
const STAMP = `${DIST}/stamp`
const SOURCES = [
  `${ROOT}/src`,
  `${ROOT}/index.html`,
  `${ROOT}/build.ts`,
  `${ROOT}/bundle.ts`,
  `${ROOT}/package.json`,
  `${ROOT}/../shared/src`,
  `${ROOT}/../pnpm-lock.yaml`,
]

if (import.meta.main) {
  const { line } = await build({ ifChanged: process.argv.includes('--if-changed') })
  console.log(line)
}
