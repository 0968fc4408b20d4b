/** How Vite makes the two bundles. Kept apart from `build.ts`, whose check may not load Vite. */
import { readFileSync } from 'node:fs'
import babel from '@rolldown/plugin-babel'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import { type InlineConfig, build as viteBuild } from 'vite'

export const bundle = async (root: string, dist: string): Promise<void> => {
  await viteBuild(browserConfig(root, `${dist}/browser`))
  const files = pageFiles(`${dist}/browser/.vite/manifest.json`)
  await viteBuild(serverConfig(root, `${dist}/server`, files))
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
    minify: false,
    rolldownOptions: { checks: CHECKS },
  },
})

/** `src/pages/Home.tsx` → its chunk and those it stands on, which the page would ask for one by one. */
const pageFiles = (manifest: string): Record<string, string[]> => {
  const chunks = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, Chunk>
  const filesOf = (name: string): string[] => {
    const chunk = chunks[name]
    return chunk === undefined ? [] : [chunk.file, ...(chunk.imports ?? []).flatMap(filesOf)]
  }
  const first = new Set(filesOf('index.html'))
  return Object.fromEntries(
    Object.keys(chunks)
      .filter((name) => name.startsWith('src/pages/'))
      .map((name) => [name, [...new Set(filesOf(name))].filter((file) => !first.has(file))]),
  )
}

type Chunk = { file: string; imports?: string[] }

const shared = (root: string): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  resolve: { alias: { zod: `${root}/src/api/no-schema.ts` } },
  plugins: [react(), babel({ presets: [reactCompilerPreset()] })],
})

/**
 * Three requests draw the first page: what every page needs, the charts, and the page. Recharts
 * comes by itself, with the first chart that moves.
 */
const CHUNKS = [
  {
    name: 'frame',
    priority: 2,
    test: /client\/src\/(api|app|controls|ui)\/|promises\/LedgerTable|shared\/src\/(api\/endpoint|domain|view|words)|node_modules\/(react|react-dom|scheduler|wouter|regexparam|use-sync-external-store|@tanstack)\/|preload-helper|rolldown\/runtime/,
  },
  {
    name: 'charts',
    priority: 1,
    test: /client\/src\/charts\/(?!TrendChart)|shared\/src\/chart/,
  },
]

/** Babel takes nearly all of a build, and it is the compiler's doing, not a mistake of ours. */
const CHECKS = { pluginTimings: false }
