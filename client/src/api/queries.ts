/**
 * Asking the API. A problem is an answer like another: it is kept, drawn by the server and hydrated
 * as a reply is. The address is the key, so what the server asked in process is not asked again.
 */

import type { Problem } from '@muster/shared/contract/problem'
import { QueryClient, useQuery } from '@tanstack/react-query'
import type { Address } from './addresses.ts'

export type Answer<Reply> =
  | { state: 'waiting' }
  | { state: 'problem'; problem: Problem }
  | { state: 'ready'; reply: Reply; updating: boolean }

/** `address` null: not known yet what to ask. `keep`: show the last answer until the next one. */
export const useReply = <Reply>(
  address: Address<Reply> | null,
  { keep = false } = {},
): Answer<Reply> => {
  const { data, error, isPlaceholderData } = useQuery<Reply | Problem>({
    queryKey: [address ?? ''],
    queryFn: ({ signal }) => ask<Reply>(address ?? '', signal),
    enabled: address !== null,
    ...(keep ? { placeholderData: (before: Reply | Problem | undefined) => before as never } : {}),
  })
  if (error !== null) return { state: 'problem', problem: UNREACHED }
  if (data === undefined) return { state: 'waiting' }
  if (isProblem(data)) return { state: 'problem', problem: data }
  return { state: 'ready', reply: data, updating: isPlaceholderData }
}

/** The reply when it is there; for what a page can do without for a moment. */
export const replyOf = <Reply>(answer: Answer<Reply>): Reply | null =>
  answer.state === 'ready' ? answer.reply : null

/** A client that holds the replies given; figures do not age within a data version. */
export const clientWith = (replies: Readonly<Record<string, unknown>>): QueryClient => {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: 1,
      },
    },
  })
  for (const [address, reply] of Object.entries(replies)) client.setQueryData([address], reply)
  return client
}

/** The addresses that were asked for and have no answer yet. */
export const unanswered = (client: QueryClient): string[] =>
  client
    .getQueryCache()
    .getAll()
    .filter((query) => query.state.data === undefined && query.queryKey[0] !== '')
    .map((query) => String(query.queryKey[0]))

export const problemsOf = (client: QueryClient): Problem[] =>
  client
    .getQueryCache()
    .getAll()
    .map((query) => query.state.data)
    .filter(isProblem)

/** RFC 9457, as `shared/api/problem` writes it; no reply of ours has a `type` with that path. */
export const isProblem = (data: unknown): data is Problem =>
  typeof data === 'object' &&
  data !== null &&
  'type' in data &&
  String(data.type).startsWith('/problems#')

export const ask = async <Reply>(
  address: string,
  signal: AbortSignal,
): Promise<Reply | Problem> => {
  const response = await fetch(address, { signal, headers: { accept: 'application/json' } })
  return (await response.json()) as Reply | Problem
}

export const UNREACHED: Problem = {
  type: '/problems#unreached',
  title: 'The server cannot be reached',
  status: 503,
  detail: 'The figures could not be fetched. Check the connection and try again.',
}
