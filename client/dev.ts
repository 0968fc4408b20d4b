/**
 * For work on the code: the server starts again when its sources change, and the bundles are built
 * again when the client's do, which starts the server again too, as it holds the one that draws.
 */
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { build } from './build.ts'

const start = async (): Promise<void> => {
  console.log((await build({ ifChanged: true })).line)
  const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', SERVER], {
    stdio: 'inherit',
  })
  const watchers = SOURCES.map((path) => watch(path, { recursive: true }, scheduleBuild))
  const stop = () => {
    for (const watcher of watchers) watcher.close()
    server.kill('SIGTERM')
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  server.once('exit', (code) => process.exit(code ?? 0))
}

/** An editor writes several files at once: one build for all of them, and never two at a time. */
const scheduleBuild = (): void => {
  clearTimeout(timer)
  timer = setTimeout(() => {
    building = building.then(rebuild)
  }, QUIET_MS)
}

/** A fault in a source is shown and waited out: the last good bundles stay. */
const rebuild = async (): Promise<void> => {
  try {
    console.log((await build({ ifChanged: true })).line)
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
  }
}

let timer: NodeJS.Timeout | undefined
let building: Promise<void> = Promise.resolve()

const ROOT = import.meta.dirname
const SERVER = `${ROOT}/../server/start.js`
const SOURCES = [`${ROOT}/src`, `${ROOT}/../shared/src`]
const QUIET_MS = 150

await start()
