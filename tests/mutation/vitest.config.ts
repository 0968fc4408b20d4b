/** The pure tests of verdict and target alone: mutants need no database and no browser. */
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: {
    // Stryker mutates a copy of the project, and the links of pnpm lead back to the original.
    alias: [
      {
        find: /^@muster\/shared\/(.*)$/,
        replacement: join(import.meta.dirname, '..', '..', 'shared', 'src', '$1.ts'),
      },
    ],
  },
  test: {
    include: [
      'tests/shared/domain/verdicts/{verdict*,target*,pace,count,three-numbers}.test.ts',
      'tests/shared/words/promises/{meaning,afterwards,status-words}.test.ts',
    ],
    testTimeout: 20_000,
  },
})
