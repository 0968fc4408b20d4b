import { API_ROOT } from '@muster/shared/contract/endpoint'
import type { PromiseDetail } from '@muster/shared/contract/promise'
import { madeOn } from '../../api/addresses.ts'

/** Where what is entered about a promise is sent, made on the promise as it is shown. */
export const entryAddress = (
  { id, version }: Pick<PromiseDetail, 'id' | 'version'>,
  entry: string,
): string => madeOn(`${API_ROOT}/promises/${encodeURIComponent(id)}/${entry}`, { version })
