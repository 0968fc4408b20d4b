/** What routes need of whoever wires them. HTTP knows no subject: who asks is found out by accounts. */
import type { Action, ReadAccess, Role, Through } from '@muster/shared/domain/permission'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Store } from '../db/open.ts'
import type { FinishedAnswers } from './finished.ts'

export type HttpServices = {
  store: Pick<Store, 'write'>
  /** This moment as ISO text. */
  now: () => string
  /** Data version and day: what every answer that is kept depends on. */
  version: () => string
  finished: FinishedAnswers
  /** After a write through this very connection (in memory), which SQLite does not announce. */
  changed: () => void
  readAccess: ReadAccess
  /** What each row of a file says of itself where the figures are invented. */
  demonstration: () => string | undefined
  /** Check each reply against its schema (tests and development). */
  checkReplies: boolean
  /**
   * Who asks; null where nobody has signed in and nobody needs to.
   *
   * @throws ProblemError `unauthorized` or `forbidden` for who may not.
   */
  personOf: (request: FastifyRequest, who: Action | 'anybody') => SignedIn | null
  /** The headers with which a page of this site is asked on behalf of who asks now. */
  headersForPage: (request: FastifyRequest) => Record<string, string>
}

/** Somebody who proved who they are, and by which credential. */
export type SignedIn = {
  id: number
  name: string
  role: Role
  through: Through
  credential: number
}

/** Where routes are declared, and what with. */
export type Routes = { app: FastifyInstance; http: HttpServices }
