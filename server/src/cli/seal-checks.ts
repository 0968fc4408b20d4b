/** What SQL changed behind the program's back: rows compared with the digests made when they were written. */
import { createHash } from 'node:crypto'
import { readAuditChain } from '../platform/db/audit-chain.ts'
import type { Reader } from '../platform/db/open.ts'
import { digestOfRelease } from '../platform/db/release-digest.ts'

type Check = (store: Reader) => Iterable<string>

export const changedReleases: Check = function* (store) {
  const rows = store
    .prepare<{ id: number; slug: string; digest: string | null }>(
      `select id, slug, digest from release where added_by <> 'demonstration' order by id`,
    )
    .all()
  for (const { id, slug, digest } of rows)
    if (digest === null)
      yield `The release ${slug} has no digest, so its figures cannot be checked.`
    else if (digest !== digestOfRelease(store, id))
      yield `The figures or the facts of the release ${slug} are not those that were loaded: they were changed outside of Muster.`
}

export const changedReviews: Check = function* ({ prepare }) {
  const rows = prepare<{ quarter: string; edition: number; frozen: string; sha256: string }>(
    `select quarter, edition, frozen, sha256 from review where state in ('published', 'withdrawn')`,
  ).iterate()
  for (const { quarter, edition, frozen, sha256 } of rows)
    if (frozen === null || sha256Of(frozen) !== sha256)
      yield `The review of ${quarter}, edition ${edition}, is not as it was published.`
}

export const changedFiles: Check = function* ({ prepare }) {
  const names = prepare<{ sha256: string }>('select sha256 from import_file').all()
  for (const { sha256 } of names) {
    const [row] = prepare<{ bytes: Buffer }>('select bytes from import_file where sha256 = ?').all(
      sha256,
    )
    if (row !== undefined && sha256Of(row.bytes) !== sha256)
      yield `The stored file ${sha256.slice(0, 12)} is not the one that was uploaded${importsOf(prepare, sha256)}.`
  }
  for (const { id } of prepare<{ id: number }>(
    `select id from import_job where state = 'committed'
     and sha256 not in (select sha256 from import_file)`,
  ).all())
    yield `The file of import ${id}, which is committed, is gone.`
}

export const brokenAuditLog: Check = function* (store) {
  const { broken } = readAuditChain(store)
  for (const id of broken.slice(0, MOST))
    yield `Entry ${id} of the audit log is not as it was written, or one before it is gone.`
  if (broken.length > MOST) yield `${broken.length - MOST} more entries of the audit log are so.`
}

/** The log, whose head may be noted elsewhere, says which digests these had: both would have to be forged. */
export const againstAuditLog: Check = function* ({ prepare }) {
  const releases = prepare<{ slug: string }>(
    `select release.slug from audit join release on release.id = audit.detail ->> 'release'
     where audit.action = 'import.commit' and audit.detail ->> 'digest' <> coalesce(release.digest, '')`,
  ).all()
  for (const { slug } of releases)
    yield `The digest of the release ${slug} is not the one in the audit log.`
  const reviews = prepare<{ quarter: string; edition: number }>(
    `select quarter, edition from audit join review
       on subject = 'review:' || quarter and edition = detail ->> 'edition'
     where action = 'review-published' and detail ->> 'sha256' <> coalesce(sha256, '')`,
  ).all()
  for (const { quarter, edition } of reviews)
    yield `The digest of the review of ${quarter}, edition ${edition}, is not the one in the audit log.`
}

const importsOf = (prepare: Reader['prepare'], sha256: string): string => {
  const ids = prepare<{ id: number }>('select id from import_job where sha256 = ?').all(sha256)
  return ids.length === 0 ? '' : ` for import ${ids.map(({ id }) => id).join(' and ')}`
}

const sha256Of = (bytes: string | Buffer): string =>
  createHash('sha256').update(bytes).digest('hex')

const MOST = 20
