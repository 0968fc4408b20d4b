/** What the figures and promises of an installation are asked with: all that a reading subject needs. */
import type { Store } from '../platform/db/open.ts'
import type { Register } from './register.ts'

export type Knowledge = {
  store: Store
  /** The register of the current data version. */
  register: () => Register
  /** Today as an ISO day. */
  today: () => string
}

export type Changing = Knowledge & {
  /** After a write through this very connection (in memory), which SQLite does not announce. */
  changed: () => void
}
