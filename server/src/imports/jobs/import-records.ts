/** Imports as they are kept: what was uploaded, what the check found, what became of it. */
import type { Import, ImportPlan } from '@muster/shared/contract/import'
import { ProblemError } from '@muster/shared/contract/problem'
import { desc, eq } from 'drizzle-orm'
import type { ReadDb } from '../../platform/db/open.ts'
import { aliasChoice, importFile, importJob } from '../../platform/db/schema.ts'
import { versionOf } from '../../platform/http/made-on.ts'
import type { Register } from '../../reference/register.ts'
import { findMapping } from '../mapping/saved-mapping.ts'

export type Upload = {
  bytes: Uint8Array
  fileName: string
  source: string
  /** The edition's day of publication, where the person knows it and the file does not say. */
  published: string | null
}

export type Job = typeof importJob.$inferSelect

export const findImports = (db: ReadDb, register: Register): Import[] =>
  db
    .select()
    .from(importJob)
    .orderBy(desc(importJob.id))
    .all()
    .map((job) => toImport(db, register, job))

/** @throws ProblemError `not-found`. */
export const findImport = (db: ReadDb, register: Register, id: number): Import =>
  toImport(db, register, jobOf(db, id))

export const uploadOf = (db: ReadDb, job: Job): Upload => {
  const file = db.select().from(importFile).where(eq(importFile.sha256, job.sha256)).get()
  if (file === undefined) throw new Error(`The file of import ${job.id} is not in the database.`)
  return { bytes: file.bytes, fileName: job.fileName, source: job.source, published: job.published }
}

/** @throws ProblemError `not-found`. */
export const jobOf = (db: Pick<ReadDb, 'select'>, id: number): Job => {
  const job = db.select().from(importJob).where(eq(importJob.id, id)).get()
  if (job === undefined) throw new ProblemError('not-found', `There is no import ${id}.`)
  return job
}

/** Of the import, a dot, of what people said that names and the columns of its source mean. */
export const versionOfImport = (db: ReadDb, job: Job): string =>
  versionOf(
    [job.id, job.state, job.digest, job.ticks, job.release],
    [findMapping(db, job.source), db.select().from(aliasChoice).all()],
  )

const toImport = (db: ReadDb, register: Register, job: Job): Import => ({
  ...(job.plan as ImportPlan),
  id: job.id,
  version: versionOfImport(db, job),
  source: job.source,
  sourceTitle: register.sources.get(job.source)?.title ?? job.source,
  fileName: job.fileName,
  sha256: job.sha256,
  state: job.state,
  release: job.release === null ? null : (register.releases.get(job.release)?.slug ?? null),
  createdAt: job.createdAt,
  createdBy: job.createdBy,
  committedAt: job.committedAt,
  committedBy: job.committedBy,
  ticked: job.ticks as Import['ticked'],
})
