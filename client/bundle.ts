/** How Vite makes the two bundles, and the script of the file that presents a review with no network. Kept apart from `build.ts`, whose check may not load Vite. */
import { readFileSync, writeFileSync } from 'node:fs'
import babel from '@rolldown/plugin-babel'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import { type InlineConfig, build as viteBuild } from 'vite'

export const bundle = async (root: string, dist: string): Promise<void> => {
  await viteBuild(browserConfig(root, `${dist}/browser`))
  arrangePage(`${dist}/browser`)
  const files = pageFiles(`${dist}/browser/.vite/manifest.json`)
  await viteBuild(serverConfig(root, `${dist}/server`, files))
  await viteBuild(offlineConfig(root, `${dist}/offline`))
}

const browserConfig = (root: string, outDir: string): InlineConfig => ({
  ...shared(root),
  build: {
    outDir,
    emptyOutDir: true,
    manifest: true,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'baseline-widely-available',
    rolldownOptions: {
      input: [`${root}/index.html`, `${root}/${EARLY_KEYS}`],
      checks: CHECKS,
      treeshake: { manualPureFunctions: ['z'] },
      output: { codeSplitting: { groups: CHUNKS } },
    },
  },
})

const serverConfig = (
  root: string,
  outDir: string,
  files: Record<string, string[]>,
): InlineConfig => ({
  ...shared(root),
  define: { 'process.env.NODE_ENV': '"production"', PAGE_FILES: JSON.stringify(files) },
  ssr: { noExternal: true },
  build: {
    outDir,
    emptyOutDir: true,
    ssr: 'src/entry-server.tsx',
    target: 'node24',
    minify: true,
    rolldownOptions: { checks: CHECKS },
  },
})

/** One plain script that goes inside a page, so it has neither parts nor imports. */
const offlineConfig = (root: string, outDir: string): InlineConfig => ({
  ...shared(root),
  build: {
    outDir,
    emptyOutDir: true,
    target: 'baseline-widely-available',
    rolldownOptions: {
      input: `${root}/src/present/offline.ts`,
      checks: CHECKS,
      output: { format: 'iife', entryFileNames: 'offline.js' },
    },
  },
})

/**
 * The first chart is in the page itself and may wait for nothing: the style stands inside the page,
 * and scripts are asked for only after the chart has come over the wire.
 */
const arrangePage = (folder: string): void => {
  const page = readFileSync(`${folder}/index.html`, 'utf8')
  const scripts = page.match(/ *<(?:script type="module"|link rel="modulepreload")[^\n]*\n/g) ?? []
  const [link = '', style = ''] =
    /<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/.exec(page) ?? []
  const css = readFileSync(`${folder}/${style}`, 'utf8').trim()
  writeFileSync(
    `${folder}/index.html`,
    scripts
      .reduce((rest, tag) => rest.replace(tag, ''), page)
      .replace(link, () => `<style>${css}</style>`)
      .replace('<!--preloads-->', () => `<!--preloads-->\n${scripts.join('').trimEnd()}`),
  )
}

/** `src/features/promises/Home.tsx` → its chunk and those it stands on, which the page would ask for one by one. */
const pageFiles = (manifest: string): Record<string, string[]> => {
  const chunks = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, Chunk>
  const filesOf = (name: string): string[] => {
    const chunk = chunks[name]
    return chunk === undefined ? [] : [chunk.file, ...(chunk.imports ?? []).flatMap(filesOf)]
  }
  const first = new Set(filesOf('index.html'))
  return Object.fromEntries(
    Object.keys(chunks)
      .filter((name) => name === EARLY_KEYS || chunks[name]?.isDynamicEntry === true)
      .map((name) => [name, [...new Set(filesOf(name))].filter((file) => !first.has(file))]),
  )
}

type Chunk = { file: string; imports?: string[]; isDynamicEntry?: boolean }

const shared = (root: string): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  resolve: { alias: { zod: `${root}/src/api/no-schema.ts` } },
  plugins: [react(), babel({ presets: [reactCompilerPreset()] })],
})

/**
 * Few requests make the first page live: what every page needs, what the first page shares with
 * others, and its own; what the other charts need comes with the pages that show them. Which module is which is
 * read from who imports whom, so that no list can be wrong. Recharts comes by itself, with the first
 * chart that moves.
 */
const CHUNKS = [
  {
    priority: 3,
    // Not the entry itself: a chunk with a name of ours is imported, and nobody would import it.
    name: (id: string, context: ChunkingContext): string | null =>
      !id.includes(ENTRY) && rootsOf(id, context).has(ENTRY) ? 'frame' : null,
  },
  {
    priority: 2,
    name: (id: string, context: ChunkingContext): string | null => {
      const roots = rootsOf(id, context)
      return roots.has(FIRST_PAGE) && roots.size > 1 ? 'first' : null
    },
  },
  {
    priority: 1,
    name: 'charts',
    test: /client\/src\/charts\/(?!live\/)|shared\/src\/charts\//,
  },
]

/** The entry and the lazy components that reach the module by imports that are not lazy. */
const rootsOf = (id: string, context: ChunkingContext): Set<string> => {
  const roots = new Set<string>()
  const seen = new Set<string>([id])
  for (const at of seen) {
    const module = context.getModuleInfo(at)
    const root = /\/client\/(src\/.+)\.tsx$/.exec(at)?.[1]
    if (root === ENTRY || (root !== undefined && module?.dynamicImporters.length)) roots.add(root)
    for (const importer of module?.importers ?? []) seen.add(importer)
  }
  // The entry needs what the runtime and the preload helper are, though no source of ours says so.
  if (/preload-helper|rolldown\/runtime/.test(id)) roots.add(ENTRY)
  return roots
}

type ChunkingContext = {
  getModuleInfo: (
    id: string,
  ) => { importers: readonly string[]; dynamicImporters: readonly string[] } | null
}

/** Asked for by the page that is presented, before everything else. */
const EARLY_KEYS = 'src/present/early-keys.ts'
const ENTRY = 'src/entry-client'
const FIRST_PAGE = 'src/features/promises/Home'

/** Babel takes nearly all of a build, and it is the compiler's doing, not a mistake of ours. */
const CHECKS = { pluginTimings: false }
