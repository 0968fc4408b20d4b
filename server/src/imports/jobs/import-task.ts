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

export type WriteTask =
  | { kind: 'check'; upload: Upload; asker: Asker }
  | { kind: 'commit'; id: number; body: CommitBody; asker: Asker }
  | { kind: 'undo'; id: number; asker: Asker }
  | { kind: 'recheck'; id: number; asker: Asker }
  | { kind: 'map'; id: number; mapping: FileMapping; asker: Asker }

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
