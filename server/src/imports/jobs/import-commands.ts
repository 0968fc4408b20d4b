/**
 * The life of an import: check, commit, undo, and commit again. Each is one transaction; between
 * check and commit the same plan is made again, and another digest refuses.
 */
import { createHash } from 'node:crypto'
import type { CommitBody, FileMapping, Import, ImportPlan } from '@muster/shared/contract/import'
import { ProblemError } from '@muster/shared/contract/problem'
import { eq } from 'drizzle-orm'
import { type Asker, writeAudit } from '../../accounts/audit.ts'
import { bumpDataVersion } from '../../platform/db/data-version.ts'
import type { Store, WriteDb } from '../../platform/db/open.ts'
import { importFile, importJob, release } from '../../platform/db/schema.ts'
import { type Register, readRegister } from '../../reference/register.ts'
import { headingsOf, saveMapping } from '../mapping/saved-mapping.ts'
import { bookOf, readable } from './file-look.ts'
import { type CheckInput, planFile, sameFile } from './import-plan.ts'
import { jobOf, type Upload, uploadOf } from './import-records.ts'
import { addImported } from './imported-release.ts'
import { type ParsedWhole, parseUpload } from './parsed-file.ts'

/** Checks and keeps the file; writes nothing to the figures. */
export const checkImport = (store: Store, upload: Upload, asker: Asker): number => {
  const register = readRegister(store.read)
  requireReal(register)
  requireSource(register, upload.source)
  const sha256 = createHash('sha256').update(upload.bytes).digest('hex')
  const { source, fileName } = upload
  const checked = check(store, register, upload, { sha256, createdAt: asker.at })
  return store.write((tx) => {
    tx.insert(importFile)
      .values({ sha256, bytes: asBuffer(upload.bytes) })
      .onConflictDoNothing()
      .run()
    const { id } = tx
      .insert(importJob)
      .values({
        source,
        fileName,
        sha256,
        ...checked,
        ticks: [],
        createdAt: asker.at,
        createdBy: asker.by,
      })
      .returning({ id: importJob.id })
      .get()
    writeStep(tx, id, asker, { step: 'check', detail: { source, fileName, sha256 } })
    return id
  })
}

/**
 * Checks the kept file again: names or columns were explained, or figures moved. The import keeps its
 * number and its day; nothing is written to the figures.
 *
 * @throws ProblemError `conflict` when it is committed or undone, so that its record stays true.
 */
export const recheckImport = (store: Store, id: number, asker: Asker): void => {
  const job = jobOf(store.read, id)
  refuseFinished(job)
  const checked = check(store, readRegister(store.read), uploadOf(store.read, job), job)
  store.write((tx) => {
    // Somebody else may have committed it while the file was read.
    refuseFinished(jobOf(tx, id))
    tx.update(importJob).set(checked).where(eq(importJob.id, id)).run()
    writeStep(tx, id, asker, { step: 'recheck', detail: {} })
  })
}

/**
 * Keeps what the columns mean, with the headings of this file, and reads it so.
 *
 * @throws ProblemError `unreadable-file` with the sentence to show, and as `recheckImport`.
 */
export const mapImport = (store: Store, id: number, mapping: FileMapping, asker: Asker): void => {
  const job = jobOf(store.read, id)
  refuseFinished(job)
  const headings = readable(() => headingsOf(bookOf(store.read, job), mapping))
  saveMapping(store, job.source, { mapping, headings }, asker)
  recheckImport(store, id, asker)
}

/**
 * All or nothing. Committing an undone import puts its release back in force.
 *
 * @throws ProblemError `conflict` when it is stopped, not ticked, or the figures moved since.
 */
export const commitImport = (store: Store, id: number, body: CommitBody, asker: Asker): void => {
  const job = jobOf(store.read, id)
  if (job.state === 'committed') return
  if (job.state === 'stopped')
    throw conflict(`Import ${id} has faults that stop it; correct the file and check it again.`)
  if (job.state === 'undone') {
    turn(store, id, 'committed', asker)
    return
  }
  const ticked = requireTicks(job.plan as ImportPlan, body, asker)
  const upload = uploadOf(store.read, job)
  const whole = parseUpload(store.read, readRegister(store.read), upload)
  store.write((tx) => {
    // Read inside the transaction: nobody else can write between this look and the commit.
    const register = readRegister(tx)
    if (jobOf(tx, id).state !== 'checked')
      throw conflict(`Import ${id} was committed by somebody else in the meantime.`)
    const { digest } = planFile(store, register, inputOf(upload, job, whole), false)
    if (digest !== job.digest || (body.digest !== undefined && body.digest !== job.digest))
      throw conflict(
        `The figures, or what names and columns mean, changed since import ${id} was checked. Nothing was written. Check the file again to see what it would change now.`,
      )
    // This exact file is imported already: a second release of it would be undone with the first, or not.
    const isSame = sameFile(register, job.source, job.sha256) !== undefined
    const { source, edition, fileName, sha256, published } = job
    const added = isSame
      ? null
      : addImported(tx, register, whole.series, {
          slug: `${source}-import-${id}`,
          source,
          edition,
          fileName,
          sha256,
          published,
          addedAt: asker.at,
          addedBy: asker.by,
        })
    const release = added?.id ?? null
    const committed = { committedAt: asker.at, committedBy: asker.by }
    tx.update(importJob)
      .set({ state: 'committed', ticks: ticked, release, ...committed })
      .where(eq(importJob.id, id))
      .run()
    if (!isSame) bumpDataVersion(tx, 'minor')
    writeStep(tx, id, asker, { step: 'commit', detail: { release, ticked, digest: added?.seal() } })
  })
}

/** The release is marked withdrawn, never deleted; committing again takes that back. */
export const undoImport = (store: Store, id: number, asker: Asker): void =>
  turn(store, id, 'undone', asker)

const turn = (store: Store, id: number, to: 'undone' | 'committed', asker: Asker): void =>
  store.write((tx) => {
    const { state, release: releaseId } = jobOf(tx, id)
    if (state === to) return
    if (state !== 'committed' && state !== 'undone')
      throw conflict(`Import ${id} is not committed, so there is nothing to undo.`)
    const isUndone = to === 'undone'
    if (releaseId !== null)
      tx.update(release)
        .set({
          withdrawnAt: isUndone ? asker.at : null,
          withdrawnBy: isUndone ? asker.by : null,
        })
        .where(eq(release.id, releaseId))
        .run()
    tx.update(importJob).set({ state: to }).where(eq(importJob.id, id)).run()
    bumpDataVersion(tx, 'patch')
    writeStep(tx, id, asker, { step: isUndone ? 'undo' : 'redo', detail: { release: releaseId } })
  })

type Kept = { sha256: string; createdAt: string }

/** What is kept of a check, whether it is the first or a later one. */
const check = (store: Store, register: Register, upload: Upload, kept: Kept) => {
  const whole = parseUpload(store.read, register, upload)
  const plan = planFile(store, register, inputOf(upload, kept, whole))
  const { layout, edition, published, digest } = plan
  const state = plan.stopCount > 0 ? ('stopped' as const) : ('checked' as const)
  return { layout, edition, published, state, digest, plan }
}

/** A file is checked as on the day when it was uploaded. */
const inputOf = (upload: Upload, { sha256, createdAt }: Kept, whole: ParsedWhole): CheckInput => ({
  source: upload.source,
  published: upload.published,
  sha256,
  whole,
  today: createdAt.slice(0, 10),
})

const writeStep = (
  tx: WriteDb,
  id: number,
  asker: Asker,
  { step, detail }: { step: string; detail: Record<string, unknown> },
): void => writeAudit(tx, { ...asker, action: `import.${step}`, subject: `import ${id}`, detail })

/** A view, not a copy. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)

const refuseFinished = ({ state, id }: { state: string; id: number }): void => {
  if (state === 'committed' || state === 'undone')
    throw conflict(`Import ${id} is ${state}, so it is not checked again. Import the file anew.`)
}

/** Every kind of tick needs a reason; the name is that of the asker. */
const requireTicks = (plan: ImportPlan, body: CommitBody, asker: Asker): Import['ticked'] => {
  const given = new Map(body.ticks.map((tick) => [tick.code, tick.reason]))
  const open = [...new Set(plan.ticks.map((tick) => tick.code))].filter((code) => !given.has(code))
  if (open.length > 0)
    throw new ProblemError(
      'conflict',
      `Before this import is committed, say why these are accepted: ${open.join(', ')}.`,
      open.map((code) => ({ pointer: `/ticks/${code}`, detail: 'Needs a reason.' })),
    )
  return [...given].map(([code, reason]) => ({ code, reason, by: asker.by }))
}

const requireReal = (register: Register): void => {
  if (register.place.has('demonstration'))
    throw conflict(
      'This database holds invented figures for a demonstration; real ones are never mixed with them. Start with another DATABASE_FILE.',
    )
}

const requireSource = (register: Register, source: string): void => {
  if (!register.sources.has(source))
    throw new ProblemError(
      'unknown-source',
      `There is no source “${source.slice(0, 80)}”. /api/v1/sources lists them.`,
    )
}

const conflict = (sentence: string): ProblemError => new ProblemError('conflict', sentence)
