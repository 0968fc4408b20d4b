import { localName, readWholeXml } from '../xml/read-xml.ts'
import type { Part } from '../zip/unzip.ts'

export type XlsxString = { text: string; plain?: string }

/** The strings that cells refer to by number. */
export const sharedStrings = (part: Part | undefined): readonly XlsxString[] => {
  const strings: XlsxString[] = []
  if (part === undefined) return strings
  const string = xlsxString()
  readWholeXml(part, {
    open: (name, attributes) => string.open(localName(name), attributes),
    close(name) {
      const element = localName(name)
      string.close(element)
      if (element === 'si') strings.push(string.take())
    },
    text: string.add,
  })
  return strings
}

/** Gathers one string from its runs; those in superscript are kept apart, phonetic ones dropped. */
export const xlsxString = () => {
  let text = ''
  let plain = ''
  let isText = false
  let isRaised = false
  let isPhonetic = false
  return {
    open(element: string, attributes: Readonly<Record<string, string>>) {
      if (element === 't') isText = !isPhonetic
      else if (element === 'rPh') isPhonetic = true
      else if (element === 'vertAlign') isRaised = attributes.val === 'superscript'
    },
    close(element: string) {
      if (element === 't') isText = false
      else if (element === 'rPh') isPhonetic = false
      else if (element === 'r') isRaised = false
    },
    add(run: string) {
      if (!isText) return
      text += run
      if (!isRaised) plain += run
    },
    /** The string so far, and begins anew. */
    take(): XlsxString {
      const taken = { text: unescaped(text), plain: unescaped(plain) }
      text = ''
      plain = ''
      return taken.plain === taken.text ? { text: taken.text } : taken
    },
  }
}

/** Characters that XML cannot hold are written `_x000D_`; ECMA-376 part 1, 22.9.2.19. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
