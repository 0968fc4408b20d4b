import { UnreadableFile } from '@muster/server/files/cells/unreadable-file'
import { readFile } from '@muster/server/files/read-file'
import { strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { ods, rowsOf, textsOf, xlsx } from '../imports/workbooks.ts'

const bytes = (...start: number[]) => Uint8Array.from(start)
const ole2 = (stream: string) =>
  Buffer.concat([
    bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
  ])
const oneTable =
  '<table:table table:name="A"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
const sentenceOf = (file: Uint8Array): string => {
  try {
    for (const { rows } of readFile(file).sheets) for (const _row of rows);
  } catch (error) {
    if (error instanceof UnreadableFile) return error.sentence
    throw error
  }
  throw new Error('the file was read')
}

describe('one clear sentence refuses', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['an empty file', bytes(), /is empty/],
    ['blank space', Buffer.from(' \r\n\n'), /blank space/],
    ['a PDF', Buffer.from('%PDF-1.7 x'), /is a PDF/],
    ['an old workbook', ole2('Workbook'), /old Excel workbook \(\.xls\)/],
    ['a locked XLSX', ole2('EncryptedPackage'), /password/],
    [
      'a locked ODS',
      ods(oneTable, {
        parts: {
          'META-INF/manifest.xml':
            '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
        },
      }),
      /password/,
    ],
    [
      'a macro workbook by its type',
      xlsx({ sheets: { A: '' }, mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }),
      /macros/,
    ],
    [
      'a macro workbook by its part',
      xlsx({ sheets: { A: '' }, parts: { 'xl/vbaProject.bin': 'x' } }),
      /macros/,
    ],
    [
      'a binary workbook',
      xlsx({
        sheets: { A: '' },
        mainType: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main',
      }),
      /\.xlsb/,
    ],
    [
      'a Word document',
      xlsx({
        sheets: { A: '' },
        mainType:
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      }),
      /not a workbook/,
    ],
    ['any other archive', zipSync({ 'a.csv': strToU8('a,b') }), /ZIP archive/],
    ['a Numbers document', zipSync({ 'Index/Document.iwa': bytes(1) }), /Apple Numbers/],
    ['a flat ODS', Buffer.from('<?xml version="1.0"?>\n<office:document x="">'), /\.fods/],
    ['a GIF', Buffer.from('GIF89a,,'), /a picture/],
    ['a gzip file', bytes(0x1f, 0x8b, 8, 0), /compressed archive/],
    ['a web page', Buffer.from('\ufeff\n<!DOCTYPE html><html><body>Sign in</body>'), /web page/],
    ['a page that starts with a comment', Buffer.from('<!-- x --><html>'), /web page/],
    ['an XML workbook', Buffer.from('<?xml version="1.0"?><Workbook/>'), /XML file/],
    ['JSON', Buffer.from('[{"a": 1}]'), /JSON/],
    ['NUL bytes', Buffer.from('a,b\n1,\0\0\0\n'), /not a table/],
    ['control characters', bytes(1, 2, 3, 4, 5, 6, 200, 201), /not a table/],
    ['a file over 50 MB', new Uint8Array(50 * 1024 * 1024 + 1), /51 MB; at most 50 MB/],
  ])('%s', (_, file, expected) => {
    const sentence = sentenceOf(file)
    expect(sentence).toMatch(expected)
    expect(sentence.endsWith('.')).toBe(true)
    expect(sentence).not.toContain('\n')
  })
})

test('a file is known by its content, whatever its name', () => {
  expect(readFile(ods(oneTable), 'figures.csv').format).toBe('ods')
  expect(readFile(xlsx({ sheets: { A: '' } }), 'figures.pdf').format).toBe('xlsx')
  expect(readFile(Buffer.from('a,b'), 'figures.xlsx').format).toBe('csv')
})

describe('a zip archive', () => {
  const bomb = (declared: number) => {
    const file = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': new Uint8Array(20_000_000).fill(32),
    })
    const view = new DataView(file.buffer, file.byteOffset)
    for (let at = 0; at < file.length - 46; at += 1) {
      const isDirectory = view.getUint32(at, true) === 0x02014b50
      if (isDirectory && view.getUint32(at + 24, true) === 20_000_000)
        view.setUint32(at + 24, declared, true)
    }
    return file
  }

  test('that declares more than 400 MB is refused before anything is unpacked', () => {
    expect(sentenceOf(bomb(400 * 1024 * 1024))).toMatch(/unpacks to more than 400 MB/)
  })

  test('of more than 20 MB that unpacks to over 200 times its size is refused', () => {
    expect(sentenceOf(bomb(21 * 1024 * 1024))).toMatch(/more than 200 times its size/)
  })

  test('that unpacks to more than it declares is stopped', () => {
    expect(sentenceOf(bomb(1000))).toMatch(/more than it declares/)
  })

  test('with a changed byte of the same length is refused by its checksum', () => {
    const file = zipSync(
      {
        mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
        'content.xml': unzipSync(ods(oneTable))['content.xml'] ?? bytes(),
      },
      { level: 0 },
    )
    const at = Buffer.from(file).indexOf('>x<') + 1
    expect(textsOf(readFile(file))).toEqual([[1, 'x']])
    file[at] = 'y'.charCodeAt(0)
    expect(sentenceOf(file)).toMatch(/'content.xml' cannot be read/)
  })

  test('that is locked with a password is refused by name', () => {
    const file = ods(oneTable)
    const view = new DataView(file.buffer, file.byteOffset)
    for (let at = 0; at < file.length - 46; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true)
    expect(sentenceOf(file)).toMatch(/locked with a password/)
  })

  test('that is cut short is refused', () => {
    const file = ods(oneTable)
    expect(sentenceOf(file.subarray(0, file.length - 30))).toMatch(/incomplete/)
  })

  test('of unknown lengths, with the mark of an entry by chance inside one, is read whole', () => {
    const pieces: Uint8Array[] = []
    const archive = new Zip((_error, piece) => pieces.push(piece))
    const parts = unzipSync(ods(oneTable))
    for (const [path, content] of Object.entries({
      mimetype: parts.mimetype,
      'x.bin': bytes(1, 0x50, 0x4b, 0x07, 0x08, 2, 3, 4, 5, 0x50, 0x4b, 0x03, 0x04, 6, 7),
      'content.xml': parts['content.xml'],
    })) {
      const entry = path === 'content.xml' ? new ZipDeflate(path) : new ZipPassThrough(path)
      archive.add(entry)
      entry.push(content ?? bytes(), true)
    }
    archive.end()
    expect(textsOf(readFile(Buffer.concat(pieces)))).toEqual([[1, 'x']])
  })

  test('whose paths climb out of it is only looked at', () => {
    expect(textsOf(readFile(ods(oneTable, { parts: { '../../etc/x': 'x' } })))).toEqual([[1, 'x']])
  })

  test('with the same part twice is refused', () => {
    expect(sentenceOf(ods(oneTable, { parts: { 'CONTENT.XML': '<a/>' } }))).toMatch(/damaged/)
  })
})

describe('XML made to exhaust memory', () => {
  const content = (xml: string) =>
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8(xml),
    })

  test.each([
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY e "eeee">]><a>&e;</a>'],
    ['elements 10,000 deep', '<a>'.repeat(10_000)],
    ['a tag of 20 MB', `<a ${'b'.repeat(20_000_000)}="">`],
  ])('by %s is refused', (_, xml) => {
    expect(sentenceOf(content(xml))).toMatch(/damaged/)
  })
})

test('a damaged byte never ends in another error than UnreadableFile', () => {
  const whole = [
    ods(oneTable),
    xlsx({ sheets: { A: '<sheetData><row><c><v>1</v></c></row></sheetData>' } }),
  ]
  for (const file of whole) {
    for (let at = 0; at < file.length; at += 3) {
      const broken = Uint8Array.from(file)
      broken[at] = (broken[at] ?? 0) ^ 0x55
      try {
        const book = readFile(broken)
        for (let sheet = 0; sheet < book.sheets.length; sheet += 1) rowsOf(book, sheet)
      } catch (error) {
        expect(error, `byte ${at}`).toBeInstanceOf(UnreadableFile)
      }
    }
  }
})
