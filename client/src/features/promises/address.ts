import { API_ROOT } from '@muster/shared/contract/endpoint'

/** Where what is entered about a promise is sent. */
export const addressOfPromise = (id: string): string =>
  `${API_ROOT}/promises/${encodeURIComponent(id)}`
