/** After five failures in a row an account waits a minute, doubled by each further one to an hour. */
import { HOUR, later, MINUTE } from './time.ts'

/** Until when the account is locked by this many failures in a row, the last one now; null: not. */
export const lockAfter = (failures: number, now: string): string | null =>
  failures < FREE_FAILURES
    ? null
    : later(now, Math.min(HOUR, MINUTE * 2 ** (failures - FREE_FAILURES)))

export const isLocked = (lockedUntil: string | null, now: string): boolean =>
  lockedUntil !== null && lockedUntil > now

const FREE_FAILURES = 5
