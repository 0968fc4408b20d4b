/** What kinds of area are called; an installation gives its own words in `place`. */
import type { AreaType } from '../../domain/areas/area.ts'

/** `areaWords` are those of the place reply: `bcu.plural` → `BCUs`. */
export const pluralOf = (
  type: AreaType,
  areaWords: Readonly<Record<string, string>> = {},
): string => areaWords[`${type}.plural`] ?? PLURALS[type]

const PLURALS: Record<AreaType, string> = {
  country: 'countries',
  force: 'forces',
  bcu: 'BCUs',
  borough: 'boroughs',
  ward: 'wards',
}
