/** The name of an area inside a sentence, and what its parts are called. */
import { AREA_TYPES, type AreaType } from '../domain/areas/area.ts'

/** `the Northshire Police`, but `Northton`: the name of a body takes an article, a place does not. */
export const placeName = (name: string): string =>
  /\b(Police|Constabulary|Service|Force)$/.test(name) ? `the ${name}` : name

/** The same at the head of a sentence: `The Northshire Police`. */
export const placeNameFirst = (name: string): string => {
  const inside = placeName(name)
  return inside.charAt(0).toUpperCase() + inside.slice(1)
}

/** `boroughs`: the parts of an area of the type, in the words of the place; `parts` if it has none. */
export const partsName = (type: AreaType, words: Readonly<Record<string, string>>): string =>
  words[`${AREA_TYPES[AREA_TYPES.indexOf(type) + 1]}.plural`] ?? 'parts'
