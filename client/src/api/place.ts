/** What the installation is about: the place, and what its areas are called. */
import type { Place } from '@muster/shared/contract/register'
import { partsName } from '@muster/shared/words/place-name'
import { areasAddress, placeAddress } from './addresses.ts'
import { type Answer, replyOf, useReply } from './queries.ts'

export const usePlace = (): Answer<Place> => useReply(placeAddress())

/** Our areas: their codes, their name as one (null until it is known), and what their parts are. */
export const useOurs = (): { codes: readonly string[]; name: string | null; parts: string } => {
  const place = replyOf(usePlace())
  const areas = replyOf(
    useReply(place === null ? null : areasAddress({ type: place.headline.areaType })),
  )
  const codes = place?.ours ?? []
  const names = (areas ?? []).filter(({ code }) => codes.includes(code)).map(({ name }) => name)
  const parts = place === null ? 'parts' : partsName(place.headline.areaType, place.words)
  return { codes, name: names.length === 0 ? null : names.join(' and '), parts }
}

/** What several areas of a type are called here. */
export const pluralOf = (type: string, words: Readonly<Record<string, string>>): string =>
  words[`${type}.plural`] ?? words[type] ?? type
