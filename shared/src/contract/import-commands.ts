/** Writes about imports, and their files: the template to fill in, the findings to work through. */
import { z } from 'zod'
import { command, FILE_TYPES, FileBytes, fileOf, madeOn, Nothing, read } from './endpoint.ts'
import {
  AliasBody,
  AliasChoice,
  CommitBody,
  CommitForm,
  Import,
  importEndpoint,
  MappingBody,
  MappingPreview,
  NamesBody,
  NamesForm,
  UploadBody,
} from './import.ts'

/** Of a form: the reasons and names of a long import have room. */
const FORM_BYTES = 256 * 1024

const ofImport = { tag: 'Imports', params: importEndpoint.params, reply: Import } as const
const onImport = { ...ofImport, ...madeOn('the import, or what names and columns mean,') } as const

export const uploadEndpoint = command('uploadImport', 'POST', '/imports', {
  tag: 'Imports',
  summary: 'Send a publisher’s file: it is checked and kept, nothing is written to the figures',
  who: 'import',
  multipart: true,
  body: UploadBody,
  form: { path: '/imports', fields: UploadBody, most: FORM_BYTES },
  reply: Import,
  status: 201,
  changes: ['import.check'],
  problems: ['unreadable-file', 'too-large'],
})

export const commitEndpoint = command('commitImport', 'POST', '/imports/:id/commit', {
  ...onImport,
  summary: 'Write the figures of an import, all or none',
  who: 'commit',
  body: CommitBody,
  form: { path: '/imports/:id/commit', fields: CommitForm, most: FORM_BYTES },
  changes: ['import.commit', 'import.redo'],
  problems: ['conflict', 'unreadable-file'],
})

export const undoEndpoint = command('undoImport', 'POST', '/imports/:id/undo', {
  ...onImport,
  summary: 'Withdraw the figures of an import; a commit puts them back',
  who: 'undo',
  form: { path: '/imports/:id/undo', fields: Nothing, most: FORM_BYTES },
  changes: ['import.undo'],
  problems: ['conflict'],
})

export const recheckEndpoint = command('recheckImport', 'POST', '/imports/:id/recheck', {
  ...onImport,
  summary: 'Check the file of an import again',
  who: 'import',
  form: { path: '/imports/:id/recheck', fields: Nothing, most: FORM_BYTES },
  changes: ['import.recheck'],
  problems: ['conflict', 'unreadable-file'],
})

export const namesEndpoint = command('explainNames', 'POST', '/imports/:id/names', {
  ...onImport,
  summary: 'Say what names in a file mean, then check it again',
  who: 'choose-alias',
  body: NamesBody,
  form: { path: '/imports/:id/names', fields: NamesForm, most: FORM_BYTES },
  changes: ['import.choose-alias', 'import.recheck'],
  problems: ['conflict', 'unreadable-file'],
})

export const aliasEndpoint = command('chooseAlias', 'POST', '/imports/aliases', {
  tag: 'Imports',
  summary: 'Say what a name in files means, or forget it',
  ...madeOn('the meaning of this name'),
  who: 'choose-alias',
  body: AliasBody,
  reply: z.array(AliasChoice),
  changes: ['import.choose-alias'],
})

export const mappingEndpoint = command('saveMapping', 'POST', '/imports/:id/mapping', {
  ...onImport,
  summary: 'Keep what the columns of a source’s files mean, and check the file again',
  who: 'import',
  body: MappingBody,
  changes: ['import.map', 'import.recheck'],
  problems: ['conflict', 'unreadable-file'],
})

/** Writes nothing: it is a POST because a mapping has no room in an address. */
export const mappingPreviewEndpoint = command(
  'previewMapping',
  'POST',
  '/imports/:id/mapping/preview',
  {
    ...ofImport,
    summary: 'The first figures of a file as a mapping would read them; nothing is kept',
    who: 'import',
    body: MappingBody,
    reply: MappingPreview,
    changes: [],
    problems: ['unreadable-file'],
  },
)

const template = {
  id: 'getImportTemplate',
  path: '/imports/template',
  params: Nothing,
  query: Nothing,
} as const

export const templateXlsxFile = fileOf(template, 'xlsx', 'The template to fill in, as a workbook')
export const templateCsvFile = fileOf(template, 'csv', 'The template to fill in, as CSV')

export const findingsFile = read('getImportFindings', '/imports/:id/findings.csv', {
  tag: 'Files',
  summary: 'The findings of an import as CSV, one row a finding',
  params: importEndpoint.params,
  reply: FileBytes,
  who: 'import',
  file: FILE_TYPES.csv,
  kept: 'never',
})
