/** The version of all data together: every write that changes an answer changes it. */
import { eq } from 'drizzle-orm'
import type { ReadDb, WriteDb } from './open.ts'
import { meta } from './schema.ts'

export const readDataVersion = (db: Pick<ReadDb, 'select'>): string =>
  db.select().from(meta).where(eq(meta.key, 'data_version')).get()?.value ?? '0.0.0'

/** major: series removed or redefined; minor: figures added or updated; patch: a correction. */
export const bumpDataVersion = (tx: WriteDb, part: 'major' | 'minor' | 'patch'): void => {
  const [major = 0, minor = 0, patch = 0] = readDataVersion(tx).split('.').map(Number)
  const value =
    major === 0 || part === 'major'
      ? `${major + 1}.0.0`
      : part === 'minor'
        ? `${major}.${minor + 1}.0`
        : `${major}.${minor}.${patch + 1}`
  tx.insert(meta)
    .values({ key: 'data_version', value })
    .onConflictDoUpdate({ target: meta.key, set: { value } })
    .run()
}
