/** Asking for several replies at once; here, because only a presentation does. */
import { useQueries } from '@tanstack/react-query'
import type { Address } from '../api/addresses.ts'
import { type Answer, ask, isProblem, UNREACHED } from '../api/queries.ts'

/** The same for as many as there are; null where it is not known yet what to ask. */
export const useReplies = <Reply>(addresses: readonly (Address<Reply> | null)[]): Answer<Reply>[] =>
  useQueries({
    queries: addresses.map((address) => ({
      queryKey: [address ?? ''],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask<Reply>(address ?? '', signal),
      enabled: address !== null,
    })),
  }).map(({ data, error }) => {
    if (error !== null) return { state: 'problem', problem: UNREACHED }
    if (data === undefined) return { state: 'waiting' }
    return isProblem(data)
      ? { state: 'problem', problem: data }
      : { state: 'ready', reply: data, updating: false }
  })
