/** Checks the kept file of an import again: names or columns were explained, or figures moved. */
import type { FileMapping } from '@muster/shared/contract/import'
import { ProblemError } from '@muster/shared/contract/problem'
import { eq } from 'drizzle-orm'
import { type Asker, writeAudit } from '../../accounts/audit.ts'
import { readFile } from '../../files/read-file.ts'
import { UnreadableFile } from '../../files/unreadable-file.ts'
import type { Store } from '../../platform/db/open.ts'
import { importJob } from '../../platform/db/schema.ts'
import { readRegister } from '../../reference/register.ts'
import { headingsOf, saveMapping } from '../mapping/saved-mapping.ts'
import { parse, planOf } from './import-commands.ts'
import { jobOf, uploadOf } from './import-records.ts'

/**
 * The import keeps its number and its day; nothing is written to the figures.
 *
 * @throws ProblemError `conflict` when it is committed or undone, so that its record stays true.
 */
export const recheckImport = (store: Store, id: number, asker: Asker): void => {
  const job = jobOf(store.read, id)
  refuseFinished(job.state, id)
  const register = readRegister(store.read)
  const upload = uploadOf(store.read, job)
  const whole = parse(store.read, register, upload)
  const plan = planOf(store, register, upload, whole, job.sha256, { ...asker, at: job.createdAt })
  store.write((tx) => {
    // Somebody else may have committed it while the file was read.
    refuseFinished(jobOf(tx, id).state, id)
    tx.update(importJob)
      .set({
        layout: plan.layout,
        edition: plan.edition,
        published: plan.published,
        state: plan.stopCount > 0 ? 'stopped' : 'checked',
        digest: plan.digest,
        plan,
      })
      .where(eq(importJob.id, id))
      .run()
    writeAudit(tx, { ...asker, action: 'import.recheck', subject: `import ${id}`, detail: {} })
  })
}

/** Keeps what the columns mean, with the headings of this file, and reads it so. */
export const mapImport = (store: Store, id: number, mapping: FileMapping, asker: Asker): void => {
  const job = jobOf(store.read, id)
  refuseFinished(job.state, id)
  const { bytes, fileName } = uploadOf(store.read, job)
  const headings = headingsIn(bytes, fileName, mapping)
  saveMapping(store, job.source, { mapping, headings }, asker)
  recheckImport(store, id, asker)
}

/** @throws ProblemError `unreadable-file` with the sentence to show. */
const headingsIn = (
  bytes: Uint8Array,
  fileName: string,
  mapping: FileMapping,
): Record<string, string> => {
  try {
    return headingsOf(readFile(bytes, fileName), mapping)
  } catch (error) {
    if (error instanceof UnreadableFile) throw new ProblemError('unreadable-file', error.sentence)
    throw error
  }
}

const refuseFinished = (state: string, id: number): void => {
  if (state === 'committed' || state === 'undone')
    throw new ProblemError(
      'conflict',
      `Import ${id} is ${state}, so it is not checked again. Bring the file in as a new import.`,
    )
}
