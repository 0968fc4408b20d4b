/** Who did what, when, to what. Entries are only ever added, in the transaction of the change. */
import type { AuditPage, AuditQuery } from '@muster/shared/contract/account'
import { and, desc, eq, lt } from 'drizzle-orm'
import type { z } from 'zod'
import { chainEntry } from '../platform/db/audit-chain.ts'
import type { ReadDb, WriteDb } from '../platform/db/open.ts'
import { audit } from '../platform/db/schema.ts'

type Entry = {
  at: string
  /** A user's name, or who else it was in brackets, as `(command line)`. */
  by: string
  /** A verb, as `change-role`. */
  action: string
  /** What it was done to, as `user:Ana`, `import:12`. */
  subject: string
  detail: Record<string, unknown>
}

/** Who does something, and when: `at` is an ISO time. */
export type Asker = Pick<Entry, 'by' | 'at'>

/** @throws Error when the detail names a secret: a fault of ours, found by the first test. */
export const writeAudit = (tx: WriteDb, entry: Entry): void => {
  refuseSecrets(entry.detail)
  const { id } = tx.insert(audit).values(entry).returning({ id: audit.id }).get()
  chainEntry(tx, id)
}

export const findAudit = (db: ReadDb, query: z.output<typeof AuditQuery>): AuditPage => {
  const rows = db
    .select()
    .from(audit)
    .where(
      and(
        query.before === undefined ? undefined : lt(audit.id, query.before),
        query.by === undefined ? undefined : eq(audit.by, query.by),
        query.action === undefined ? undefined : eq(audit.action, query.action),
        query.subject === undefined ? undefined : eq(audit.subject, query.subject),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(PAGE + 1)
    .all()
  const entries = rows
    .slice(0, PAGE)
    .map(({ hash: _, ...row }) => ({ ...row, detail: row.detail as Record<string, unknown> }))
  return { entries, next: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null }
}

const refuseSecrets = (detail: unknown): void => {
  if (typeof detail !== 'object' || detail === null) return
  for (const [key, value] of Object.entries(detail)) {
    if (/password|secret|cookie|token$|^hash/i.test(key))
      throw new Error(`“${key}” must not be written to the audit log.`)
    refuseSecrets(value)
  }
}

const PAGE = 200
