/** Random secrets. Only their sha256 is stored: 256 random bits need no slow hash. */
import { createHash, randomBytes } from 'node:crypto'

/** @param prefix Says what a found secret is, to a person and to secret scanners. */
export const newSecret = (prefix = ''): string => prefix + randomBytes(32).toString('base64url')

export const secretHash = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')
