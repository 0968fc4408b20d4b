import { defineConfig } from 'vitest/config'

// Vitest runs pure tests under an old Node and says nothing; the database then crashes silently.
if (Number(process.versions.node.split('.')[0]) < 24)
  throw new Error(`Tests need Node 24; this is ${process.versions.node}. Start them with pnpm.`)

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/base-store.ts'],
    setupFiles: ['tests/support/no-console-errors.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
