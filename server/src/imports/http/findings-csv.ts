/** The findings of an import to work through, one row a finding. */
import type { Import } from '@muster/shared/contract/import'
import { csvOf } from '../../platform/http/csv.ts'

export const findingsCsv = ({ stops, ticks, notes }: Import): string =>
  csvOf(
    [
      ...stops.map((finding) => ({ level: 'stop', ...finding })),
      ...ticks.map((finding) => ({ level: 'needs a reason', ...finding })),
      ...notes.map((finding) => ({ level: 'for information', ...finding })),
    ],
    {
      level: ({ level }) => level,
      code: ({ code }) => code,
      sheet: ({ sheet }) => sheet,
      cell: ({ cell }) => cell,
      row: ({ row }) => row,
      column: ({ column }) => column,
      sentence: ({ sentence }) => sentence,
      found: ({ found }) => found,
      expected: ({ expected }) => expected,
      suggestion: ({ suggestion }) => suggestion,
    },
  )
