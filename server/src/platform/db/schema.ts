/**
 * The tables. Figures are only ever added: a release is one edition of one source, an observation is
 * one value as that release gave it, and undoing a release marks it withdrawn.
 */
import { sql } from 'drizzle-orm'
import {
  blob,
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core'

/** Single facts about the database itself: the data version, when it was made. */
export const meta = sqliteTable('meta', {
  key: text().primaryKey(),
  value: text().notNull(),
})

/** A register row as curated in `data/register`, replaced as a whole when the file changes. */
export const registerRow = sqliteTable(
  'register_row',
  {
    kind: text().notNull(),
    id: text().notNull(),
    position: integer().notNull(),
    record: text({ mode: 'json' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id] })],
)

export const source = sqliteTable('source', {
  id: text().primaryKey(),
  position: integer().notNull(),
  title: text().notNull(),
  publisher: text().notNull(),
  url: text().notNull(),
  licence: text().notNull(),
  kind: text({ enum: ['dataset', 'document'] }).notNull(),
  cadence: text({ enum: ['monthly', 'quarterly', 'yearly', 'once'] }).notNull(),
  lag: integer(),
  nextDue: text('next_due'),
  trust: text({ enum: ['primary', 'secondary', 'unverified'] }).notNull(),
  covers: text().notNull(),
  lacks: text().notNull(),
})

/**
 * `published` keeps its precision and may be unknown; `known_from` is the day from which the release
 * counts as known: the last day `published` may mean, else the day it was read.
 */
export const release = sqliteTable(
  'release',
  {
    id: integer().primaryKey(),
    slug: text().notNull().unique(),
    source: text()
      .notNull()
      .references(() => source.id),
    edition: text().notNull(),
    published: text(),
    knownFrom: text('known_from').notNull(),
    readOn: text('read_on').notNull(),
    fileName: text('file_name').notNull(),
    sha256: text().notNull(),
    url: text().notNull(),
    note: text().notNull(),
    addedAt: text('added_at').notNull(),
    addedBy: text('added_by').notNull(),
    withdrawnAt: text('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    /** Of its facts and figures as they were written (`release-digest.ts`); none for invented ones. */
    digest: text(),
  },
  (table) => [index('release_by_source').on(table.source)],
)

/** What makes a line: one metric on one basis for one area from one source. */
export const series = sqliteTable(
  'series',
  {
    id: integer().primaryKey(),
    metric: text().notNull(),
    basis: text({ enum: ['fte', 'headcount', 'posts', 'not_stated'] }).notNull(),
    area: text().notNull(),
    source: text()
      .notNull()
      .references(() => source.id),
  },
  (table) => [unique('series_identity').on(table.metric, table.basis, table.area, table.source)],
)

/** `WITHOUT ROWID` (added in the migration) keeps the values of a series side by side on disk. */
export const observation = sqliteTable(
  'observation',
  {
    series: integer()
      .notNull()
      .references(() => series.id),
    date: text().notNull(),
    release: integer()
      .notNull()
      .references(() => release.id),
    value: real(),
    missing: text({ enum: ['x', 'z', 'c', 'u'] }),
    trust: text({ enum: ['primary', 'secondary', 'unverified'] }).notNull(),
    flags: text().notNull(),
    /** Where in the publisher's file. */
    cell: text().notNull(),
    /** The text as published, where it differs from the value. */
    raw: text(),
    note: text(),
  },
  (table) => [
    primaryKey({ columns: [table.series, table.date, table.release] }),
    index('observation_by_release').on(table.release),
    check('value_or_reason', sql`(${table.value} is null) <> (${table.missing} is null)`),
  ],
)

/** Files of `data/` that this database holds, so that a second start loads nothing again. */
export const loadedFile = sqliteTable('loaded_file', {
  path: text().primaryKey(),
  sha256: text().notNull(),
})

/** People who may write. Reading needs no account unless READ_ACCESS says so. */
export const user = sqliteTable('user', {
  id: integer().primaryKey(),
  name: text().notNull().unique(),
  role: text({ enum: ['reader', 'editor', 'checker', 'admin'] }).notNull(),
  /** scrypt parameters, salt and hash; null until the one-time link has been used. */
  password: text(),
  createdAt: text('created_at').notNull(),
  disabledAt: text('disabled_at'),
  failedCount: integer('failed_count').notNull().default(0),
  lockedUntil: text('locked_until'),
})

/** Server-side sessions, API tokens and one-time links: only a hash of the secret is stored. */
export const credential = sqliteTable(
  'credential',
  {
    id: integer().primaryKey(),
    user: integer()
      .notNull()
      .references(() => user.id),
    kind: text({ enum: ['session', 'token', 'invitation'] }).notNull(),
    hash: text().notNull().unique(),
    label: text().notNull(),
    scope: text({ enum: ['read', 'write'] }).notNull(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
    revokedAt: text('revoked_at'),
  },
  (table) => [index('credential_by_user').on(table.user)],
)

/** Who did what to which figure, import, promise or account. Never changed, never deleted. */
export const audit = sqliteTable('audit', {
  id: integer().primaryKey(),
  at: text().notNull(),
  by: text().notNull(),
  action: text().notNull(),
  subject: text().notNull(),
  detail: text({ mode: 'json' }).notNull(),
  /** Of this entry and the hash of the one before it (`audit-chain.ts`). */
  hash: text(),
})

/** One uploaded file on its way to a release. `plan` is what the check found, as it was shown. */
export const importJob = sqliteTable('import_job', {
  id: integer().primaryKey(),
  source: text()
    .notNull()
    .references(() => source.id),
  fileName: text('file_name').notNull(),
  sha256: text().notNull(),
  layout: text(),
  edition: text().notNull(),
  published: text(),
  state: text({ enum: ['stopped', 'checked', 'committed', 'undone'] }).notNull(),
  digest: text().notNull(),
  plan: text({ mode: 'json' }).notNull(),
  ticks: text({ mode: 'json' }).notNull(),
  release: integer().references(() => release.id),
  createdAt: text('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  committedAt: text('committed_at'),
  committedBy: text('committed_by'),
})

/** The bytes of an upload, so that commit runs on what was checked. */
export const importFile = sqliteTable('import_file', {
  sha256: text().primaryKey(),
  bytes: blob({ mode: 'buffer' }).notNull(),
})

/** An analyst's choice that a name in a file means an area or a metric. */
export const aliasChoice = sqliteTable(
  'alias_choice',
  {
    kind: text({ enum: ['area', 'metric'] }).notNull(),
    alias: text().notNull(),
    target: text().notNull(),
    chosenAt: text('chosen_at').notNull(),
    chosenBy: text('chosen_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.alias] })],
)

/** How an analyst mapped a file of no known layout; kept for next time under the source's name. */
export const mapping = sqliteTable('mapping', {
  source: text()
    .primaryKey()
    .references(() => source.id),
  mapping: text({ mode: 'json' }).notNull(),
  savedAt: text('saved_at').notNull(),
  savedBy: text('saved_by').notNull(),
})

/** A named checker's own status of a promise, shown beside the computed one. */
export const promiseOverride = sqliteTable('promise_override', {
  id: integer().primaryKey(),
  promise: text().notNull(),
  status: text({
    enum: ['broken', 'behind', 'depends', 'cannot-be-checked', 'on-course', 'kept'],
  }).notNull(),
  reason: text().notNull(),
  by: text().notNull(),
  on: text().notNull(),
  endedOn: text('ended_on'),
})

/** A question that was sent to settle a promise, and when its answer is due. */
export const promiseQuestion = sqliteTable('promise_question', {
  id: integer().primaryKey(),
  promise: text().notNull(),
  kind: text({ enum: ['foi', 'mayors-question', 'letter'] }).notNull(),
  to: text().notNull(),
  askedOn: text('asked_on').notNull(),
  dueOn: text('due_on').notNull(),
  answeredOn: text('answered_on'),
  note: text().notNull(),
  by: text().notNull(),
})

/**
 * An event that counts towards a promise (a public meeting held), entered with its evidence; or the
 * statement that the list of events is complete up to `date`, without which no absence is a zero.
 */
export const promiseEvent = sqliteTable('promise_event', {
  id: integer().primaryKey(),
  kind: text({ enum: ['event', 'complete'] })
    .notNull()
    .default('event'),
  promise: text().notNull(),
  area: text().notNull(),
  date: text().notNull(),
  what: text().notNull(),
  evidence: text().notNull(),
  url: text().notNull(),
  trust: text({ enum: ['primary', 'secondary', 'unverified'] }).notNull(),
  by: text().notNull(),
  on: text().notNull(),
  withdrawnOn: text('withdrawn_on'),
})

/** An edition of a quarter's review. `frozen` is its stored JSON, written once, when it is published. */
export const review = sqliteTable(
  'review',
  {
    id: integer().primaryKey(),
    quarter: text().notNull(),
    edition: integer().notNull(),
    state: text({ enum: ['draft', 'checked', 'published', 'withdrawn'] }).notNull(),
    /** Its figures are those known on this day. */
    asOf: text('as_of').notNull(),
    commentary: text({ mode: 'json' }).notNull(),
    madeAt: text('made_at').notNull(),
    madeBy: text('made_by').notNull(),
    editedAt: text('edited_at').notNull(),
    editedBy: text('edited_by').notNull(),
    checkedAt: text('checked_at'),
    checkedBy: text('checked_by'),
    /** Of the content that was checked: what is published may be nothing else. */
    checkedSha256: text('checked_sha256'),
    publishedAt: text('published_at'),
    publishedBy: text('published_by'),
    frozen: text(),
    sha256: text(),
    withdrawnAt: text('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    withdrawnWhy: text('withdrawn_why'),
  },
  (table) => [unique('review_edition').on(table.quarter, table.edition)],
)

/** What was agreed at a review; an open one is carried to the next quarter. */
export const reviewAction = sqliteTable(
  'review_action',
  {
    id: integer().primaryKey(),
    review: integer()
      .notNull()
      .references(() => review.id),
    text: text().notNull(),
    owner: text().notNull(),
    due: text(),
    evidence: text().notNull(),
    doneOn: text('done_on'),
    /** The quarter in which it was first agreed. */
    carriedFrom: text('carried_from'),
    position: integer().notNull(),
  },
  (table) => [index('review_action_by_review').on(table.review)],
)
