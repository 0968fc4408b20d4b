/**
 * What becomes of a page in the static copy: no script, no form, links to files. A web server of
 * files ignores what stands after `?`, so every address with a query becomes a file of its own.
 */

/** The file of an address, in pages `index.html` of a folder: `promises/_/at-2024-03-31/index.html`. */
export const fileOf = (address: string): string => {
  const [path = '', query] = address.split('?')
  const plain = decodeURIComponent(path).replace(/^\//, '').split('/').map(safe).join('/')
  const ending = /\.(csv|xlsx|ods|svg|png|html|pdf|pptx|zip)$/.exec(plain)?.[0] ?? ''
  const stem = plain.slice(0, plain.length - ending.length)
  const named = query === undefined ? '' : safe(decodeURIComponent(query.replaceAll('+', ' ')))
  if (isPage(address)) return inFolder(stem, named === '' ? 'index.html' : `_/${named}/index.html`)
  return named === '' ? plain : `${stem}/${named}${ending}`
}

export const isPage = (address: string): boolean => !address.startsWith('/api/v1/')

/** Copied out: a piece of a text keeps the whole text in memory, and there are thousands. */
export const linksIn = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(LINKS)].map(([, link = '']) =>
      Buffer.from(link.replaceAll('&amp;', '&')).toString(),
    ),
  ),
]

/** Each page carries the same style; the copy holds it once. */
export const styleIn = (html: string): string => SHARED_STYLE.exec(html)?.[1] ?? ''

/**
 * Takes out what needs a server, and points each link at its file, from where the page itself lies:
 * so the copy works in any folder of a web server, and without one.
 *
 * @param made the day of the copy, in words.
 * @param copied the address that a link leads to in the copy, with its hash; null where it leads out.
 * A link that leads out becomes plain words, never a page that answers another question.
 */
export const stillPage = (
  html: string,
  file: string,
  made: string,
  copied: (link: string) => { address: string; hash?: string } | null,
): string => {
  const root = '../'.repeat(file.split('/').length - 1)
  return html
    .replace(/<script\b[^>]*>.*?<\/script>/gs, '')
    .replace(/<link rel="modulepreload"[^>]*>/g, '')
    .replace(SHARED_STYLE, `<link rel="stylesheet" href="${root}${STYLE_FILE}">`)
    .replace(/<link\b([^>]*) href="\//g, `<link$1 href="${root}`)
    .replace(/<form\b.*?<\/form>/gs, '')
    .replace(/<div class="account-slot">.*?<\/div>/gs, '')
    .replace(/<button\b.*?<\/button>/gs, '')
    .replace(/(<p class="site-known">[^<]*)latest figures</, `$1figures available on ${made}<`)
    .replace(/ Programs can use the <a[^>]*>API<\/a>\./, '')
    .replace(ANCHORS, (...[, before, link, hash, after, words]) => {
      const place = copied(String(link).replaceAll('&amp;', '&'))
      if (place === null) return String(words)
      const target = root + fileOf(place.address).split('/').map(encodeURIComponent).join('/')
      return `<a${before} href="${target}${hash ?? place.hash ?? ''}"${after}>${words}</a>`
    })
    .replace(
      '</footer>',
      `<div class="column"><p>A copy without a server, made on ${made}. Another choice of measure, area or day is in the live copy only.</p></div></footer>`,
    )
}

/** Turns the links to files that could not be made back into words. */
export const unlinked = (html: string, file: string, missing: ReadonlySet<string>): string => {
  const root = '../'.repeat(file.split('/').length - 1)
  const gone = new Set(
    [...missing].map((name) => root + name.split('/').map(encodeURIComponent).join('/')),
  )
  return html.replace(
    /<a\b[^>]* href="([^"#]*)(?:#[^"]*)?"[^>]*>(.*?)<\/a>/gs,
    (whole, href, words) => (gone.has(String(href)) ? String(words) : String(whole)),
  )
}

export const STYLE_FILE = 'assets/site.css'

const inFolder = (folder: string, name: string): string =>
  folder === '' ? name : `${folder}/${name}`

/** Names of files have at most 255 bytes; what is longer is told apart by its end. */
const safe = (text: string): string => {
  const bare = text.replace(/[^\w.+-]/g, '-')
  return bare.length <= LONGEST_NAME ? bare : `${bare.slice(0, 60)}-${checksum(bare)}`
}

const checksum = (text: string): string => {
  let sum = 0n
  for (const sign of text)
    sum = (sum * 1_099_511_628_211n + BigInt(sign.charCodeAt(0))) % (1n << 64n)
  return sum.toString(36)
}

const LINKS = /<a\b[^>]* href="(\/[^"#]*)/g
const ANCHORS = /<a\b([^>]*) href="(\/[^"#]*)(#[^"]*)?"([^>]*)>(.*?)<\/a>/gs
/** The first style of a page, in its head; a later one belongs to the page alone. */
const SHARED_STYLE = /<style>(.*?)<\/style>/s
const LONGEST_NAME = 120
