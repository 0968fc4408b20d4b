/** SVG as text: escaped, rounded, and in the order given, so that equal models give equal bytes. */

export type Attributes = Record<string, string | number | null | undefined>

/** `content` must be made by `element` or `text`. Attributes that are null are left out. */
export const element = (name: string, attributes: Attributes, content = ''): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${text(String(rounded(value ?? '')))}"`)
    .join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

export const text = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

export const pathOf = (points: readonly { x: number; y: number }[]): string =>
  `M${points.map(({ x, y }) => `${rounded(x)},${rounded(y)}`).join('L')}`

const rounded = (value: string | number): string | number =>
  typeof value === 'number' ? Math.round(value * 100) / 100 : value
