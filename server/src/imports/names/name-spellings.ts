/** The ways in which files write one name. */
import type { AreaType } from '@muster/shared/domain/areas/area'

/** A name without what people write differently: case, spaces, `&`, punctuation, apostrophes. */
export const nameKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The name itself, then without footnote digits, then without the word for its kind. */
export const spellings = (text: string): { key: string; type?: AreaType }[] => {
  const key = nameKey(text)
  const plain = key.replace(/( ?notes?)?( ?\d{1,2})+$/, '')
  return [...new Set([key, plain])].flatMap((name) => [
    { key: name },
    ...KIND_WORDS.flatMap(({ pattern, type }) => {
      const rest = name.replace(pattern, '').trim()
      return rest === name || rest === '' ? [] : [{ key: rest, type }]
    }),
    // The register may write the kind where the file does not.
    { key: `${name} police`, type: 'force' as const },
  ])
}

const KIND_WORDS: readonly { pattern: RegExp; type: AreaType }[] = [
  { pattern: / (london )?borough( council)?$/, type: 'borough' },
  { pattern: / (bocu|ocu)$/, type: 'borough' },
  { pattern: /^((london|royal) borough of|lb( of)?|rb( of)?) /, type: 'borough' },
  {
    pattern: / (police|constabulary|county constabulary|police service|police force)$/,
    type: 'force',
  },
  { pattern: /( area)? (bcu|basic command unit)$/, type: 'bcu' },
  { pattern: /^bcu /, type: 'bcu' },
  { pattern: / ward$/, type: 'ward' },
]
