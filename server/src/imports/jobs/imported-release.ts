/** The release of an import: its figures as they were read, with the trust of their source. */
import { addRelease, type NewRelease } from '../../figures/new-release.ts'
import type { WriteDb } from '../../platform/db/open.ts'
import type { Register } from '../../reference/register.ts'
import type { ParsedWhole } from './parsed-file.ts'

/** @returns the release, not yet sealed: a rehearsal takes it back. */
export const addImported = (
  tx: WriteDb,
  register: Register,
  series: ParsedWhole['series'],
  given: Omit<NewRelease, 'readOn' | 'url' | 'note'>,
): ReturnType<typeof addRelease> => {
  const source = register.sources.get(given.source)
  const readOn = given.addedAt.slice(0, 10)
  const release = addRelease(tx, { ...given, readOn, url: source?.url ?? '', note: '' })
  const trust = source?.trust ?? 'unverified'
  for (const [key, figures] of series)
    for (const figure of figures)
      release.addFigure(key, { ...figure, trust: figure.trust ?? trust })
  return release
}
