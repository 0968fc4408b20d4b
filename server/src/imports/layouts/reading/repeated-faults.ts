/** A fault that 10,000 rows have is told once, with the number of its rows. */
import type { Finding } from '../../import-finding.ts'

export const repeatedFaults = () => {
  const faults = new Map<string, { rows: number; finding: Finding }>()
  return {
    /** @param key what makes two faults the same. */
    add(key: string, make: () => Finding): void {
      const known = faults.get(key)
      if (known === undefined) faults.set(key, { rows: 1, finding: make() })
      else known.rows += 1
    },
    findings: (): Finding[] =>
      [...faults.values()].map(({ rows, finding }) =>
        rows === 1
          ? finding
          : { ...finding, sentence: `${finding.sentence} ${rows} rows are like this one.` },
      ),
  }
}
