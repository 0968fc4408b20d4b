/** Imports: a publisher's file checked, shown as a difference, committed and undone. */
import { z } from 'zod'
import { Basis, Missing, Trust } from '../domain/series/observation.ts'
import { PromiseKind, PromiseStatus } from '../domain/verdicts/promise.ts'
import { read } from './endpoint.ts'

/** Where in the file, as the spreadsheet shows it, what was found, what was expected. */
export const ImportFinding = z.object({
  code: z.string(),
  sentence: z.string(),
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
  column: z.number().int().nullable(),
  cell: z.string().nullable(),
  found: z.string().nullable(),
  expected: z.string().nullable(),
  suggestion: z.string().nullable(),
})
export type ImportFinding = z.infer<typeof ImportFinding>

export const ImportChange = z.object({
  metric: z.string(),
  basis: z.string(),
  area: z.string(),
  areaName: z.string(),
  date: z.string(),
  old: z.number().nullable(),
  oldMissing: Missing.nullable(),
  new: z.number().nullable(),
  newMissing: Missing.nullable(),
  change: z.number(),
})
export type ImportChange = z.infer<typeof ImportChange>

/** What the check found; nothing of it is in the figures until it is committed. */
export const ImportPlan = z.object({
  layout: z.string().nullable(),
  edition: z.string(),
  published: z.string().nullable(),
  observations: z.number().int(),
  /** Each of these must be mended in the file, or its name explained, before a commit. */
  stops: z.array(ImportFinding),
  stopCount: z.number().int(),
  /** Each of these needs a name and a reason. */
  ticks: z.array(ImportFinding),
  notes: z.array(ImportFinding),
  diff: z.object({
    added: z.number().int(),
    revised: z.number().int(),
    unchanged: z.number().int(),
    absent: z.number().int(),
  }),
  /** Revised values, the biggest change first. */
  changes: z.array(ImportChange),
  verdicts: z.array(
    z.object({
      promise: z.string(),
      title: z.string(),
      kind: PromiseKind,
      before: PromiseStatus,
      after: PromiseStatus,
    }),
  ),
  digest: z.string(),
})
export type ImportPlan = z.infer<typeof ImportPlan>

const IMPORT_STATES = ['stopped', 'checked', 'committed', 'undone'] as const

export const Import = ImportPlan.extend({
  id: z.number().int(),
  /** For writes that are made on this state: of the import, a dot, of what names and columns mean. */
  version: z.string(),
  source: z.string(),
  sourceTitle: z.string(),
  /** Of the file and of people: null for whoever may not import. */
  fileName: z.string().nullable(),
  sha256: z.string().nullable(),
  state: z.enum(IMPORT_STATES),
  release: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  committedAt: z.string().nullable(),
  committedBy: z.string().nullable(),
  ticked: z.array(z.object({ code: z.string(), reason: z.string(), by: z.string() })),
})
export type Import = z.infer<typeof Import>

/** Without what a long list has no room for. */
export const ImportRow = Import.omit({ changes: true, stops: true, notes: true })

export const importsEndpoint = read('listImports', '/imports', {
  tag: 'Imports',
  summary: 'History of imports, newest first; uploads that are not in the figures for editors only',
  reply: z.array(ImportRow),
  kept: 'never',
})

const ImportParams = z.strictObject({
  id: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

export const importEndpoint = read('getImport', '/imports/:id', {
  tag: 'Imports',
  summary:
    'One import: findings, differences, verdicts that would change; what is in the file for editors only',
  params: ImportParams,
  reply: Import,
  kept: 'never',
})

/** A tick: what is accepted, and why; the name is that of who is signed in. */
export const CommitBody = z.strictObject({
  ticks: z.array(z.strictObject({ code: z.string(), reason: z.string().min(3) })).default([]),
  /** The digest that was shown; without it the one that was stored is taken. */
  digest: z.string().optional(),
})
export type CommitBody = z.infer<typeof CommitBody>

/** Of one upload. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024

export const NAME_KINDS = ['area', 'metric'] as const

/** A name in a file means this area (by code) or metric (by id); a `target` of null forgets it. */
export const AliasBody = z.strictObject({
  kind: z.enum(NAME_KINDS),
  alias: z.string().trim().min(1, 'The name is empty.').max(200, 'The name is too long.'),
  target: z.string().min(1, 'Choose what the name means.').max(80).nullable(),
})
export type AliasBody = z.infer<typeof AliasBody>

/** The parts of an upload. `published` is the edition's day, where the file does not say it. */
export const UploadBody = z.strictObject({
  file: z.file(),
  source: z.string(),
  published: z.string().optional(),
})

/** Reasons as `reason:` and the code of the finding. */
export const CommitForm = z.record(z.string(), z.string())

/** What names mean, as the kind, a colon and the name. */
export const NamesForm = z.record(z.string(), z.string())

export const NamesBody = z.strictObject({
  choices: z.array(AliasBody.extend({ target: AliasBody.shape.target.unwrap() })).max(1_000),
})

/** A choice that an analyst made, with what it means in words. */
export const AliasChoice = z.object({
  kind: z.enum(NAME_KINDS),
  alias: z.string(),
  target: z.string(),
  targetName: z.string(),
  chosenAt: z.string(),
  chosenBy: z.string(),
  /** For a write that is made on this meaning of the name. */
  version: z.string(),
})
export type AliasChoice = z.infer<typeof AliasChoice>

/** A name that stopped an import, each once; `nearest` are at most three, the likest first. */
export const UnknownName = z.object({
  kind: z.enum(NAME_KINDS),
  alias: z.string(),
  /** How many of the listed stops are about it, and where the first of them is. */
  count: z.number().int(),
  cell: z.string().nullable(),
  nearest: z.array(z.object({ target: z.string(), name: z.string() })),
})
export type UnknownName = z.infer<typeof UnknownName>

const Column = z.int().min(1).max(16_384)

/**
 * What the columns of a file of no known layout mean. Columns count from 1; what stands in no column
 * is the same for every row (`constants`). `headingRow` 0 = there are no headings. `missingMarks`:
 * what the file writes instead of a number, and which reason that is.
 */
export const FileMapping = z.strictObject({
  sheet: z.string().max(200),
  headingRow: z.int().min(0).max(1_048_576),
  columns: z.strictObject({
    area: Column.optional(),
    date: Column.optional(),
    metric: Column.optional(),
    basis: Column.optional(),
    note: Column.optional(),
    value: Column,
  }),
  constants: z.strictObject({
    metric: z.string().max(80).optional(),
    basis: Basis.optional(),
    date: z.string().max(40).optional(),
    area: z.string().max(80).optional(),
    trust: Trust.optional(),
  }),
  missingMarks: z.record(z.string().max(40), Missing),
})
export type FileMapping = z.infer<typeof FileMapping>

export const MappingBody = z.strictObject({ mapping: FileMapping })

/** The first rows of every sheet, and the mapping that is saved for the source, if there is one. */
export const FileLook = z.object({
  sheets: z.array(
    z.object({
      name: z.string(),
      rows: z.array(
        z.object({
          row: z.number().int(),
          cells: z.array(z.object({ column: z.number().int(), text: z.string() })),
        }),
      ),
    }),
  ),
  mapping: FileMapping.nullable(),
  savedAt: z.string().nullable(),
  savedBy: z.string().nullable(),
})
export type FileLook = z.infer<typeof FileLook>

/** The first figures and findings as a mapping would read them; nothing is compared or kept. */
export const MappingPreview = z.object({
  figures: z.array(
    z.object({
      where: z.string(),
      metric: z.string(),
      basis: Basis,
      area: z.string(),
      areaName: z.string(),
      date: z.string(),
      value: z.number().nullable(),
      missing: Missing.nullable(),
      raw: z.string().nullable(),
    }),
  ),
  findings: z.array(ImportFinding),
  /** Only the first so many rows were looked at. */
  rows: z.number().int(),
})
export type MappingPreview = z.infer<typeof MappingPreview>

export const aliasesEndpoint = read('listAliases', '/imports/aliases', {
  tag: 'Imports',
  summary: 'Names in files that an analyst explained',
  reply: z.array(AliasChoice),
  who: 'import',
  kept: 'personal',
})

export const unknownNamesEndpoint = read('listUnknownNames', '/imports/:id/names', {
  tag: 'Imports',
  summary: 'Names that stop an import, each with the nearest known ones',
  params: ImportParams,
  reply: z.array(UnknownName),
  who: 'import',
  kept: 'never',
})

export const fileLookEndpoint = read('lookIntoFile', '/imports/:id/mapping', {
  tag: 'Imports',
  summary: 'The first rows of the file, and the saved mapping of its source (editor)',
  params: ImportParams,
  reply: FileLook,
  who: 'import',
  kept: 'personal',
})

/** Why a plain form came back: `?fault=` of the import pages, and its sentence. */
export const IMPORT_FAULTS = {
  'bad-request': 'Choose a source and a file, then try again. Nothing was written.',
  'bad-date': 'The day of publication cannot be read: write it as 2025-03-31 or 2025-03.',
  'unknown-source': 'The source is not known: choose one of the list.',
  'unknown-area': 'That area is not known: choose one of the list.',
  'unknown-metric': 'That measure is not known: choose one of the list.',
  'too-large': 'The file is larger than 50 MB: keep only the sheets or rows you need.',
  forbidden: 'Your account may not do this. An editor, checker or administrator may.',
  conflict:
    'Nothing was written. A reason is missing, or the figures changed since the check: check the file again to see what it would change now.',
  'version-needed':
    'Nothing was written: this page did not say what it showed when you pressed the button. Look at it again as it stands now, then press it again.',
  internal: 'The server met something it did not expect. Nothing was written. Try again.',
} as const
