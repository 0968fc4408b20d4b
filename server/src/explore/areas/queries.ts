/** Reads coverage: for each area, basis and source the dates known, and those missing with reason. */
import type { CoverageRow } from '@muster/shared/contract/coverage'
import type { AreaType } from '@muster/shared/domain/areas/area'
import { isKnown, type Point } from '@muster/shared/domain/series/observation'
import { addMonths, monthOf, precisionOf, UNDATED } from '@muster/shared/domain/series/period'
import { findFigures } from '../../figures/figures.ts'
import type { Knowledge } from '../../reference/knowledge.ts'
import { findAreas, findMetric } from '../../reference/lookup.ts'
import { CADENCE_MONTHS, type Register } from '../../reference/register.ts'

/** @throws ProblemError naming an unknown metric. */
export const findCoverage = (
  services: Knowledge,
  query: { metric: string; areaType: AreaType },
): CoverageRow[] => {
  const register = services.register()
  const metric = findMetric(register, query.metric)
  const areas = findAreas(register, undefined, query.areaType)
  return metric.bases.flatMap((basis) => {
    const found = findFigures(services.store, register, { metric, basis, areas })
    const sources = new Set([...found.values()].flat().map((point) => point.source))
    if (sources.size === 0) return areas.map((area) => emptyRow(area.code, area.name, basis))
    return [...sources].flatMap((source) => {
      const bySource = areas.map((area) => ({
        area,
        points: (found.get(area.code) ?? []).filter((point) => point.source === source),
      }))
      const expected = expectedDates(
        register,
        source,
        bySource.flatMap(({ points }) => points),
      )
      return bySource.map(({ area, points }): CoverageRow => {
        const known = points.filter((point) => isKnown(point) && point.date !== UNDATED)
        return {
          area: area.code,
          name: area.name,
          basis,
          source,
          first: known[0]?.date ?? null,
          last: known.at(-1)?.date ?? null,
          known: known.length,
          expected: expected.length,
          gaps: gapsIn(points, expected),
          trusts: [...new Set(points.map((point) => point.trust))],
          years: yearsOf(
            known.map((point) => point.date),
            expected,
          ),
        }
      })
    })
  })
}

const emptyRow = (area: string, name: string, basis: CoverageRow['basis']): CoverageRow => ({
  area,
  name,
  basis,
  source: null,
  first: null,
  last: null,
  known: 0,
  expected: 0,
  gaps: [],
  trusts: [],
  years: [],
})

const yearsOf = (known: readonly string[], expected: readonly string[]): CoverageRow['years'] => {
  const count = (dates: readonly string[], year: string): number =>
    dates.filter((date) => date.startsWith(year)).length
  return [...new Set(expected.map((date) => date.slice(0, 4)))].map((year) => ({
    year,
    known: count(known, year),
    expected: count(expected, year),
  }))
}

/** Each date at which the source has a value for any area; a monthly source owes every month. */
const expectedDates = (
  register: Register,
  source: string,
  points: readonly Point[],
): readonly string[] => {
  const dates = [...new Set(points.map((point) => point.date))].filter((date) => date !== UNDATED)
  const row = register.sources.get(source)
  const monthly = row !== undefined && CADENCE_MONTHS[row.cadence] === 1
  if (!monthly || dates.some((date) => precisionOf(date) !== 'month')) return dates.sort()
  const all = new Set(dates)
  const [first = '', last = ''] = [dates.sort()[0], dates.sort().at(-1)]
  for (let month = monthOf(first); month <= last; month = addMonths(month, 1)) all.add(month)
  return [...all].sort()
}

const gapsIn = (points: readonly Point[], expected: readonly string[]): CoverageRow['gaps'] => {
  const byDate = new Map(points.map((point) => [point.date, point]))
  return expected.flatMap((date) => {
    const point = byDate.get(date)
    if (point !== undefined && isKnown(point)) return []
    return [
      {
        date,
        missing: point?.missing ?? ('x' as const),
        why: point?.why ?? 'Not in any release that is loaded.',
      },
    ]
  })
}
