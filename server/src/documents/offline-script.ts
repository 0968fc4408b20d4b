/** What makes the offline file move: built with the client, from what presents on its page. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProblemError } from '@muster/shared/contract/problem'
import { ROOT } from '../platform/config.ts'

/** @throws ProblemError `not-ready` where the client has not been built. */
export const offlineScript = (): string => {
  try {
    return readFileSync(join(ROOT, 'client', 'dist', 'offline', 'offline.js'), 'utf8')
  } catch {
    throw new ProblemError(
      'not-ready',
      'The offline file presents itself with a script that is built with the pages, and they are not built here. Run pnpm build first.',
    )
  }
}
