/**
 * The life of an import: check, commit, undo, and commit again. Each is one transaction; between
 * check and commit the same plan is made again, and another digest refuses.
 */
import { createHash } from 'node:crypto'
import type { CommitBody, Import, ImportPlan } from '@muster/shared/contract/import'
import { ProblemError } from '@muster/shared/contract/problem'
import { eq } from 'drizzle-orm'
import { type Asker, writeAudit } from '../../accounts/audit.ts'
import { bumpDataVersion } from '../../data-pack/load.ts'
import type { ReadDb, Store, WriteDb } from '../../platform/db/open.ts'
import { aliasChoice, importFile, importJob, release } from '../../platform/db/schema.ts'
import { knownFrom, type Register, readRegister } from '../../reference/register.ts'
import { findMapping } from '../mapping/saved-mapping.ts'
import { makeNames } from '../names/names.ts'
import { checkFile, sameFile } from './import-plan.ts'
import { jobOf, type Upload, uploadOf } from './import-records.ts'
import { type ParsedWhole, parseWhole } from './parsed-file.ts'
import { writeRelease } from './write-release.ts'

/** Checks and keeps the file; writes nothing to the figures. */
export const checkImport = (store: Store, upload: Upload, asker: Asker): number => {
  const register = readRegister(store.read)
  requireReal(register)
  requireSource(register, upload.source)
  const sha256 = createHash('sha256').update(upload.bytes).digest('hex')
  const whole = parse(store.read, register, upload)
  const plan = planOf(store, register, upload, whole, sha256, asker)
  return store.write((tx) => {
    tx.insert(importFile)
      .values({ sha256, bytes: asBuffer(upload.bytes) })
      .onConflictDoNothing()
      .run()
    const { id } = tx
      .insert(importJob)
      .values({
        source: upload.source,
        fileName: upload.fileName,
        sha256,
        layout: plan.layout,
        edition: plan.edition,
        published: plan.published,
        state: plan.stopCount > 0 ? 'stopped' : 'checked',
        digest: plan.digest,
        plan,
        ticks: [],
        createdAt: asker.at,
        createdBy: asker.by,
      })
      .returning({ id: importJob.id })
      .get()
    writeAudit(tx, {
      ...asker,
      action: 'import.check',
      subject: `import ${id}`,
      detail: { source: upload.source, fileName: upload.fileName, sha256 },
    })
    return id
  })
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
    throw conflict(`Import ${id} has faults that stop it; mend the file and check it again.`)
  if (job.state === 'undone') {
    redo(store, id, asker)
    return
  }
  const plan = job.plan as ImportPlan
  const ticked = requireTicks(plan, body, asker)
  const upload = uploadOf(store.read, job)
  const whole = parse(store.read, readRegister(store.read), upload)
  store.write((tx) => {
    // Read inside the transaction: nobody else can write between this look and the commit.
    const register = readRegister(tx)
    if (jobOf(tx, id).state !== 'checked')
      throw conflict(`Import ${id} was committed by somebody else in the meantime.`)
    const again = planOf(
      store,
      register,
      upload,
      whole,
      job.sha256,
      { ...asker, at: job.createdAt },
      false,
    )
    if (again.digest !== job.digest || (body.digest !== undefined && body.digest !== job.digest))
      throw conflict(
        `The figures, or what names and columns mean, changed since import ${id} was checked. Nothing was written. Check the file again to see what it would change now.`,
      )
    const same = sameFile(register, job.source, job.sha256)
    // The very file is in already: a second release of it would be undone with the first, or not.
    const releaseId =
      same !== undefined
        ? null
        : writeRelease(tx, register, {
            source: job.source,
            slug: `${job.source}-import-${id}`,
            fileName: job.fileName,
            sha256: job.sha256,
            whole: { edition: job.edition },
            series: whole.series,
            published: job.published,
            ...asker,
          })
    tx.update(importJob)
      .set({
        state: 'committed',
        ticks: ticked,
        release: releaseId,
        committedAt: asker.at,
        committedBy: asker.by,
      })
      .where(eq(importJob.id, id))
      .run()
    if (same === undefined) bumpDataVersion(tx, 'minor')
    writeAudit(tx, {
      ...asker,
      action: 'import.commit',
      subject: `import ${id}`,
      detail: { release: releaseId, ticked },
    })
  })
}

/** The release is marked withdrawn, never deleted; committing again takes that back. */
export const undoImport = (store: Store, id: number, asker: Asker): void => {
  store.write((tx) => {
    const job = jobOf(tx, id)
    if (job.state === 'undone') return
    if (job.state !== 'committed')
      throw conflict(`Import ${id} is not committed, so there is nothing to undo.`)
    if (job.release !== null) setWithdrawn(tx, job.release, asker)
    tx.update(importJob).set({ state: 'undone' }).where(eq(importJob.id, id)).run()
    bumpDataVersion(tx, 'patch')
    writeAudit(tx, {
      ...asker,
      action: 'import.undo',
      subject: `import ${id}`,
      detail: { release: job.release },
    })
  })
}

const redo = (store: Store, id: number, asker: Asker): void => {
  store.write((tx) => {
    const job = jobOf(tx, id)
    if (job.state !== 'undone') return
    if (job.release !== null)
      tx.update(release)
        .set({ withdrawnAt: null, withdrawnBy: null })
        .where(eq(release.id, job.release))
        .run()
    tx.update(importJob).set({ state: 'committed' }).where(eq(importJob.id, id)).run()
    bumpDataVersion(tx, 'patch')
    writeAudit(tx, {
      ...asker,
      action: 'import.redo',
      subject: `import ${id}`,
      detail: { release: job.release },
    })
  })
}

const setWithdrawn = (tx: WriteDb, id: number, asker: Asker): void => {
  tx.update(release)
    .set({ withdrawnAt: asker.at, withdrawnBy: asker.by })
    .where(eq(release.id, id))
    .run()
}

/** A view, not a copy. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)

export const parse = (db: ReadDb, register: Register, upload: Upload): ParsedWhole => {
  const choices = db.select().from(aliasChoice).orderBy(aliasChoice.kind, aliasChoice.alias).all()
  const saved = findMapping(db, upload.source)
  const names = makeNames(register, choices)
  const whole = parseWhole(upload.bytes, upload.fileName, upload.source, names, saved)
  const meanings = choices.map(({ kind, alias, target }) => [kind, alias, target])
  whole.reading = JSON.stringify([
    whole.layout === 'mapped' ? (saved?.mapping ?? null) : null,
    meanings,
  ])
  return whole
}

export const planOf = (
  store: Store,
  register: Register,
  upload: Upload,
  whole: ParsedWhole,
  sha256: string,
  asker: Asker,
  withVerdicts = true,
): ImportPlan => {
  const published = whole.published ?? upload.published
  const today = asker.at.slice(0, 10)
  const plan = checkFile(store, register, {
    source: upload.source,
    sha256,
    whole,
    knownFrom: knownFrom(published, today),
    isDated: published !== null,
    today,
    withVerdicts,
  })
  return { ...plan, published }
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
      'This database holds invented figures for a demonstration; real ones are never put beside them. Start with another DATABASE_FILE.',
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
