/**
 * The part of an address after `?`, as forms write it: `+` is a space and a name that stands more
 * than once (ticked boxes) is a list. Written here because this code knows no browser.
 */
export type Search = Readonly<Record<string, string>>

export const parseSearch = (search: string): Search => {
  const found = new Map<string, string>()
  for (const pair of search.replace(/^\?/, '').split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const name = decode(at < 0 ? pair : pair.slice(0, at))
    const value = at < 0 ? '' : decode(pair.slice(at + 1))
    const before = found.get(name)
    found.set(name, before === undefined || before === '' ? value : `${before},${value}`)
  }
  return Object.fromEntries(found)
}

export const formatSearch = (entries: readonly (readonly [string, string])[]): string =>
  entries.length === 0
    ? ''
    : `?${entries.map(([name, value]) => `${name}=${encode(value)}`).join('&')}`

const decode = (text: string): string => {
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}

/** Commas stay readable: they are the grammar of lists. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll('%2C', ',')
