import { SaxesParser } from 'saxes'
import { UnreadableFile } from '../cells/unreadable-file.ts'
import { damaged, type Part } from '../zip/unzip.ts'

/** `at` gives the position just after the tag, in characters from the start of the part. */
type XmlHandlers = {
  open: (name: string, attributes: Readonly<Record<string, string>>, at: () => number) => void
  close?: (name: string, at: () => number) => void
  text?: (text: string) => void
}

/** A balanced stretch of a part: what stands inside one element. */
export type Cut = { from: number; to: number }

/**
 * Reads a part as XML and pauses after every stretch, so that the caller can hand on what the
 * handlers have gathered before more is unpacked. Names keep their prefixes. A DOCTYPE declares
 * nothing here: an entity that is not one of XML's five stops the reading.
 */
export function* readXml(part: Part, handlers: XmlHandlers, cut?: Cut): Generator<undefined> {
  const parser = guardedParser(part, handlers, cut !== undefined)
  let seen = 0
  for (const text of decoded(part)) {
    const start = seen
    seen += text.length
    if (cut !== undefined && seen <= cut.from) continue
    const wanted =
      cut === undefined ? text : text.slice(Math.max(cut.from - start, 0), cut.to - start)
    for (let at = 0; at < wanted.length; at += STRETCH) {
      parser.write(wanted.slice(at, at + STRETCH))
      yield undefined
    }
    if (cut !== undefined && seen >= cut.to) break
  }
  parser.close()
}

/** Reads a small part from end to end. */
export const readWholeXml = (part: Part, handlers: XmlHandlers): void => {
  for (const _pause of readXml(part, handlers));
}

/** The part of a name after its prefix, for formats whose writers choose their prefixes. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Characters between two pauses. */
const STRETCH = 64 * 1024

/** Spreadsheets nest some 12 elements; more than this is made to exhaust memory. */
const DEEPEST = 200

/** Characters without a tag or its end: an endless tag, name or text. */
const LONGEST_TOKEN = 8 * 1024 * 1024

const guardedParser = (part: Part, handlers: XmlHandlers, fragment: boolean) => {
  const parser = new SaxesParser<{ xmlns: false; fragment: boolean; fileName: string }>({
    xmlns: false,
    fragment,
    fileName: part.name,
  })
  const at = () => parser.position
  let depth = 0
  let tokenStart = 0
  parser.on('opentag', (tag) => {
    depth += 1
    tokenStart = parser.position
    if (depth > DEEPEST) throw damaged(part.name)
    handlers.open(tag.name, tag.attributes, at)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    tokenStart = parser.position
    handlers.close?.(tag.name, at)
  })
  const { text } = handlers
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return {
    write: (stretch: string) => {
      orDamaged(part, () => parser.write(stretch))
      if (parser.position - tokenStart > LONGEST_TOKEN) throw damaged(part.name)
    },
    close: () => orDamaged(part, () => parser.close()),
  }
}

const orDamaged = (part: Part, step: () => unknown): void => {
  try {
    step()
  } catch (error) {
    throw error instanceof UnreadableFile ? error : damaged(part.name, error)
  }
}

function* decoded(part: Part): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (const chunk of part.chunks()) {
    let text = ''
    orDamaged(part, () => {
      text = decoder.decode(chunk, { stream: true })
    })
    if (text !== '') yield text
  }
}
