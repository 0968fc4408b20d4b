/** The findings of an import to work through, one row a finding. */
import type { Import, ImportFinding } from '@muster/shared/contract/import'
import { toCsv } from '../../platform/http/csv.ts'

export const findingsCsv = ({ stops, ticks, notes }: Import): string =>
  toCsv(HEADINGS, [
    ...stops.map((finding) => rowOf('stop', finding)),
    ...ticks.map((finding) => rowOf('needs a reason', finding)),
    ...notes.map((finding) => rowOf('for information', finding)),
  ])

const rowOf = (level: string, finding: ImportFinding) => [
  level,
  finding.code,
  finding.sheet,
  finding.cell,
  finding.row,
  finding.column,
  finding.sentence,
  finding.found,
  finding.expected,
  finding.suggestion,
]

const HEADINGS = [
  'level',
  'code',
  'sheet',
  'cell',
  'row',
  'column',
  'sentence',
  'found',
  'expected',
  'suggestion',
]
