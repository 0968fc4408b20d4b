import { localName, readWholeXml } from '../xml/read-xml.ts'
import type { Part } from '../zip/unzip.ts'
import { builtInFormats, type NumberFormat, numberFormat } from './number-format.ts'

/** The number format of each cell style, by the number that cells give as `s`. */
export const cellFormats = (part: Part | undefined): readonly NumberFormat[] => {
  if (part === undefined) return []
  const codes = new Map(builtInFormats)
  const ids: number[] = []
  let isCellStyles = false
  readWholeXml(part, {
    open(name, attributes) {
      const element = localName(name)
      if (element === 'cellXfs') isCellStyles = true
      else if (element === 'xf' && isCellStyles) ids.push(Number(attributes.numFmtId ?? 0))
      else if (element === 'numFmt') {
        codes.set(Number(attributes.numFmtId), attributes.formatCode ?? 'General')
      }
    },
    close(name) {
      if (localName(name) === 'cellXfs') isCellStyles = false
    },
  })
  const made = new Map<string, NumberFormat>()
  return ids.map((id) => {
    const code = codes.get(id) ?? 'General'
    const format = made.get(code) ?? numberFormat(code)
    made.set(code, format)
    return format
  })
}
