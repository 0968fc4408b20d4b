/** Sources, the day and the data version, for whatever leaves the site. */
import { formatDate } from '@muster/shared/words/format'
import type { Knowledge } from '../reference/knowledge.ts'

export const pictureFooter = (
  services: Knowledge,
  {
    sources,
    asOf,
  }: { sources: readonly { publisher: string; title: string }[]; asOf: string | null },
): string[] => {
  const register = services.register()
  const names = sources.map(({ publisher, title }) => `${publisher}, ${title}`)
  const known =
    asOf === null
      ? `Latest figures on ${formatDate(services.today())}`
      : `Figures available on ${formatDate(asOf)}`
  return [
    ...(names.length === 0 ? [] : [`Source: ${names.join('; ')}`]),
    `${register.place.get('title') ?? 'Muster'}. ${known}, data version ${register.dataVersion}.`,
  ]
}
