/** What accounts need beside the store: the moment, the rule for reading, the hashing, the limit. */
import type { ReadAccess } from '@muster/shared/domain/permission'
import type { Store } from '../platform/db/open.ts'
import { type AddressLimit, makeAddressLimit } from './address-limit.ts'
import { makePasswords, type Passwords } from './passwords.ts'

export type AccountServices = {
  store: Store
  /** This moment as ISO text; an argument of the whole, so that tests choose it. */
  now: () => string
  readAccess: ReadAccess
  passwords: Passwords
  signInLimit: AddressLimit
}

export const makeAccountServices = (
  store: Store,
  options: { now: () => string; readAccess?: ReadAccess; passwords?: Passwords },
): AccountServices => ({
  store,
  now: options.now,
  readAccess: options.readAccess ?? 'public',
  passwords: options.passwords ?? makePasswords(),
  signInLimit: makeAddressLimit(),
})
