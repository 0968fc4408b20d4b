import type { Register } from './register.ts'

/** Dates from which a series counts something else than before, as they were published. */
export const breaksOf = (
  register: Register,
  { metric, source, area }: { metric: string; source: string; area: string },
): string[] =>
  register.marks
    .filter(
      (mark) =>
        mark.kind === 'break' &&
        (mark.metrics === null || mark.metrics.includes(metric)) &&
        (mark.areas.length === 0 || mark.areas.includes(area)) &&
        (mark.sources.length === 0 || mark.sources.includes(source)),
    )
    .map(({ date }) => date)
