/** What an import can be asked to do, and what comes back, in whichever process it is done. */
import type {
  CommitBody,
  FileLook,
  FileMapping,
  MappingPreview,
} from '@muster/shared/contract/import'
import type { ProblemCode, ProblemError } from '@muster/shared/contract/problem'
import type { Asker } from '../../accounts/audit.ts'
import type { Upload } from './import-records.ts'

/** `seen`: the version of the import that was shown; left out, whatever stands is taken. */
export type WriteTask =
  | { kind: 'check'; upload: Upload; asker: Asker }
  | ({ kind: 'commit'; body: CommitBody } & OfImport)
  | ({ kind: 'undo' } & OfImport)
  | ({ kind: 'recheck' } & OfImport)
  | ({ kind: 'map'; mapping: FileMapping } & OfImport)

type OfImport = { id: number; asker: Asker; seen?: string | undefined }

type LookTask = { kind: 'look'; id: number } | { kind: 'preview'; id: number; mapping: FileMapping }

export type ImportTask = WriteTask | LookTask

/** A write answers with the number of the import. */
export type ResultOf<Task extends ImportTask> = Task extends { kind: 'look' }
  ? FileLook
  : Task extends { kind: 'preview' }
    ? MappingPreview
    : number

/** What is sent to the other process. */
export type TaskMessage = { databaseFile: string; task: ImportTask }

export type Answer =
  | { result: unknown }
  | { code: ProblemCode; detail: string; errors: ProblemError['errors'] }
  | { crash: string }
