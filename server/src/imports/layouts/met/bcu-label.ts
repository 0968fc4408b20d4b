/** Which BCU a row means: its code, its name, or both in one cell or in two. */
import { didYouMean, type Fault, quoted } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'

/** `NA` is North Area here, never a mark for a missing value. */
export const findBcu = (
  labels: readonly string[],
  date: string,
  names: Names,
): { code: string } | { fault: Fault } => {
  const codes = new Set<string>()
  for (const label of labels) {
    const whole = names.area(label, { type: 'bcu', date })
    const parts = 'code' in whole ? [whole] : bothIn(label, date, names)
    if (parts.length === 0)
      return {
        fault: {
          code: 'unknown-area',
          sentence: `${quoted(label)} is not a BCU of the register.`,
          found: label,
          expected: 'a BCU by name or code',
          suggestion:
            'nearest' in whole && whole.nearest.length > 0
              ? `${didYouMean(whole.nearest) ?? ''} A row of another unit must be left out of the table.`
              : null,
        },
      }
    for (const { code } of parts) codes.add(code)
  }
  const [code, other] = codes
  if (code !== undefined && other === undefined) return { code }
  return {
    fault:
      code === undefined
        ? { code: 'unknown-area', sentence: 'The row does not name a BCU.', expected: 'a BCU' }
        : {
            code: 'codes-disagree',
            sentence: `The code and the name in ${quoted(labels.join(', '))} mean two different BCUs.`,
            found: labels.join(', '),
            expected: `one of ${code} and ${other ?? ''}`,
          },
  }
}

/** `NA - North Area`, `North Area (NA)`: both halves must be known. */
const bothIn = (label: string, date: string, names: Names): { code: string }[] => {
  const [, first, second] =
    /^(.+?)\s*[-–—:]\s+(.+)$/.exec(label) ?? /^(.+?)\s*\(([^)]+)\)$/.exec(label) ?? []
  if (first === undefined || second === undefined) return []
  const found = [first, second].map((part) => names.area(part, { type: 'bcu', date }))
  return found.every((each) => 'code' in each) ? (found as { code: string }[]) : []
}
