import { limits } from './cells/limits.ts'
import type { Book } from './cells/sheet.ts'
import { UnreadableFile } from './cells/unreadable-file.ts'
import { readCsv } from './csv/read-csv.ts'
import { asUtf8, startsWith } from './csv/text-encoding.ts'
import { readOds } from './ods/read-ods.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'
import { type Part, unzip } from './zip/unzip.ts'

/**
 * The door of the import: tells what a file is by its content, never by its name, and opens it or
 * throws `UnreadableFile`. Rows are read when they are asked for, so damage further inside comes
 * to light then, as the same error. `name` only names the sheet of a CSV file.
 */
export const readFile = (bytes: Uint8Array, name = ''): Book => {
  if (bytes.length === 0) throw new UnreadableFile('The file is empty: download or save it again.')
  if (bytes.length > limits.fileBytes) throw tooLarge(bytes.length)
  for (const { starts, sentence } of refusedSignatures) {
    if (starts.some((start) => startsWith(bytes, start))) {
      throw new UnreadableFile(typeof sentence === 'string' ? sentence : sentence(bytes))
    }
  }
  return startsWith(bytes, ZIP) ? readZip(unzip(bytes)) : readText(bytes, name)
}

const tooLarge = (size: number) =>
  new UnreadableFile(
    `The file is ${Math.ceil(size / 1024 / 1024)} MB; at most ${limits.fileBytes / 1024 / 1024} MB can be read: keep only the sheets or rows you need.`,
  )

const ZIP = [0x50, 0x4b, 0x03, 0x04]

type Refusal = {
  starts: readonly (readonly number[])[]
  sentence: string | ((bytes: Uint8Array) => string)
}

const ole2Sentence = (bytes: Uint8Array): string => {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (stream: string) => content.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage')) {
    return 'This workbook is locked with a password: open it, save it without the password, and try again.'
  }
  return has('Workbook') || has('Book')
    ? 'This is an old Excel workbook (.xls): open it, save it as .xlsx, and try again.'
    : 'This is an old Office document, not a workbook: choose an XLSX, ODS or CSV file.'
}

const refusedSignatures: readonly Refusal[] = [
  {
    starts: [[0x25, 0x50, 0x44, 0x46, 0x2d]],
    sentence:
      'This is a PDF, not a table: ask for the figures as XLSX, ODS or CSV, or copy them into the template.',
  },
  { starts: [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]], sentence: ole2Sentence },
  {
    starts: [
      [0x1f, 0x8b],
      [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
      [0x52, 0x61, 0x72, 0x21, 0x1a],
      [0x50, 0x4b, 0x05, 0x06],
    ],
    sentence: 'This is a compressed archive: unpack it and choose the file inside.',
  },
  {
    starts: [
      [0x89, 0x50, 0x4e, 0x47],
      [0xff, 0xd8, 0xff],
      [0x47, 0x49, 0x46, 0x38],
      [0x52, 0x49, 0x46, 0x46],
      [0x49, 0x49, 0x2a, 0x00],
    ],
    sentence: 'This is a picture, not a table: choose an XLSX, ODS or CSV file.',
  },
  {
    starts: [[0x7b, 0x5c, 0x72, 0x74, 0x66]],
    sentence: 'This is a text document (RTF), not a table: choose an XLSX, ODS or CSV file.',
  },
]

const readZip = (parts: ReadonlyMap<string, Part>): Book => {
  const types = partText(parts.get('[content_types].xml'))
  if (types !== '') {
    refuseOffice(parts, types)
    return readXlsx(parts)
  }
  const mimeType = partText(parts.get('mimetype')).trim()
  if (/^application\/vnd\.oasis\.opendocument\.spreadsheet/.test(mimeType)) return readOds(parts)
  if (mimeType === '' && parts.has('content.xml')) return readOds(parts)
  if ([...parts.keys()].some((path) => path.endsWith('.iwa')))
    throw new UnreadableFile(
      'This is an Apple Numbers file: open it in Numbers, export it as Excel or CSV, and try again.',
    )
  throw new UnreadableFile(
    mimeType.includes('opendocument')
      ? 'This is an OpenDocument file, but not a spreadsheet: choose an XLSX, ODS or CSV file.'
      : 'This is a ZIP archive, not a workbook: unpack it and choose the file inside.',
  )
}

/** Of a part that is small in every honest file. */
const partText = (part: Part | undefined): string => {
  if (part === undefined || part.size > 1024 * 1024) return ''
  return Buffer.concat([...part.chunks()]).toString('utf8')
}

const refuseOffice = (parts: ReadonlyMap<string, Part>, types: string): void => {
  // An .xlsb names itself "binary.macroEnabled" even if it has no macro.
  if (types.includes('sheet.binary')) {
    throw new UnreadableFile(
      'This is a binary Excel workbook (.xlsb): open it, save it as .xlsx, and try again.',
    )
  }
  if (/macroEnabled|macrosheet/i.test(types) || [...parts.keys()].some(isMacroPart)) {
    throw new UnreadableFile(
      'This workbook contains macros (.xlsm): open it, save it as .xlsx without macros, and try again.',
    )
  }
  if (!types.includes('spreadsheetml')) {
    throw new UnreadableFile(
      'This is an Office document, but not a workbook: choose an XLSX, ODS or CSV file.',
    )
  }
}

const isMacroPart = (path: string): boolean => path.endsWith('vbaproject.bin')

const readText = (bytes: Uint8Array, name: string): Book => {
  const text = asUtf8(bytes)
  if (text === undefined) {
    throw new UnreadableFile(
      'This is not a table that can be read: choose an XLSX, ODS or CSV file.',
    )
  }
  const start = Buffer.from(text.subarray(0, 4096)).toString('utf8').trimStart()
  for (const { pattern, sentence } of refusedTexts) {
    if (pattern.test(start)) throw new UnreadableFile(sentence)
  }
  if (start === '' && Buffer.from(text).toString('utf8').trim() === '') {
    throw new UnreadableFile(
      'The file contains nothing but blank space: download or save it again.',
    )
  }
  return readCsv(text, name)
}

const refusedTexts: readonly { pattern: RegExp; sentence: string }[] = [
  {
    pattern:
      /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body|table|script|meta|title|div)\b|^mime-version:/i,
    sentence:
      'This is a web page, not a table (often a log-in or download page saved under a table’s name): follow its download link and choose the file itself.',
  },
  {
    pattern: /^<\?xml[^>]*>\s*<office:document\b/i,
    sentence:
      'This is a flat OpenDocument file (.fods): open it in a spreadsheet program, save it as .ods, and try again.',
  },
  {
    pattern: /^<(\?xml|[a-z][\w.-]*:?[\w.-]*[\s>])/i,
    sentence:
      'This is an XML file: open it in a spreadsheet program, save it as XLSX or ODS, and try again.',
  },
  {
    pattern: /^[[{]\s*["[{]/,
    sentence: 'This is a JSON file, not a table: choose an XLSX, ODS or CSV file.',
  },
]
