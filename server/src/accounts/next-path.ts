/**
 * Where to go after signing in: a path of this site. Anything that a browser could read as another
 * site (`//host`, `/\host`, a tab within, dots that leave `//` in front) becomes the home page.
 */
export const nextPath = (given: string | undefined): string => {
  if (given === undefined || !given.startsWith('/') || !PLAIN.test(given)) return '/'
  if (!URL.canParse(given, NOWHERE)) return '/'
  const url = new URL(given, NOWHERE)
  if (url.origin !== NOWHERE || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search + url.hash
}

/** Printable ASCII without the backslash, which browsers read as a slash. */
const PLAIN = /^[\x21-\x5b\x5d-\x7e]*$/
const NOWHERE = 'http://nowhere.invalid'
