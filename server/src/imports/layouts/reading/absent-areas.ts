/** Areas that a table has no rows of, though it has rows of the others: missing, not zero. */
import type { Area } from '@muster/shared/domain/areas/area'
import { type Finding, inWords, type Place, tick } from '../../import-finding.ts'

/** @param says the sentence around the names. */
export const absentAreas = (
  expected: readonly Area[],
  present: ReadonlySet<string>,
  place: Place,
  says: (names: string) => string,
): Finding[] => {
  const absent = expected.filter(({ code }) => !present.has(code))
  return absent.length === 0
    ? []
    : [tick('area-missing', says(inWords(absent.map(({ name }) => name))), place)]
}
