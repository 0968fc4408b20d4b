/** All endpoints, once: routes, addresses, the OpenAPI document and the page of addresses. */
import * as contract from './contract.ts'
import { API_ROOT, type Endpoint, TAGS } from './endpoint.ts'

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value

const EXPORTED: Readonly<Record<string, unknown>> = { ...contract, ...contract.reviewFiles }
const SUBJECTS = Object.keys(TAGS)

/** Subject by subject, as the tags stand; within one by path. */
export const ENDPOINTS: readonly Endpoint[] = Object.values(EXPORTED)
  .filter(isEndpoint)
  .sort(
    (a, b) =>
      SUBJECTS.indexOf(a.tag) - SUBJECTS.indexOf(b.tag) || a.path.localeCompare(b.path, 'en-GB'),
  )

type Exported = typeof contract & typeof contract.reviewFiles
type Known = Extract<Exported[keyof Exported], Endpoint>

/** The read at a path, for those who make addresses: a path that is none does not compile. */
export type ReadAt<Path extends ReadPath> = Extract<Known, { method: 'GET'; path: Path }>
export type ReadPath = Extract<Known, { method: 'GET' }>['path']

/** Is this an answer that depends on who asks? It must never be kept by its address. */
export const isPrivateAddress = (address: string): boolean =>
  PRIVATE.some((pattern) => pattern.test(address))

const PRIVATE = ENDPOINTS.filter(({ method, kept }) => method === 'GET' && kept === 'personal').map(
  ({ path }) => new RegExp(`^${API_ROOT}${path.replace(/:\w+/g, '[^/?]+')}(?![\\w-])`),
)
