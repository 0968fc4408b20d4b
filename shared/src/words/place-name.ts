/** The name of an area inside a sentence. */

/** `the Northshire Police`, but `Northton`: the name of a body takes an article, a place does not. */
export const placeName = (name: string): string =>
  /\b(Police|Constabulary|Service|Force)$/.test(name) ? `the ${name}` : name

/** The same at the head of a sentence: `The Northshire Police`. */
export const placeNameFirst = (name: string): string => {
  const inside = placeName(name)
  return inside.charAt(0).toUpperCase() + inside.slice(1)
}
