/**
 * One command at a time of a form or a row of buttons: whether it is under way, what to say of it,
 * and why it was refused. The queries whose answers it changes are asked anew.
 */
import type { Problem } from '@muster/shared/contract/problem'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Refused } from './refused.ts'

export type Order<Reply> = {
  run: () => Promise<Reply>
  /** Said when it is done. */
  done?: string
  onDone?: (reply: Reply) => void
  onRefused?: (problem: Problem) => void
}

export type Command<Reply = unknown> = {
  busy: boolean
  problem: Problem | null
  /** For a live region: what is under way or was done; empty before and after a refusal. */
  said: string
  /** What is wrong with the field of that name, as the problem points at it. */
  faultOf: (name: string) => string | null
  send: (order: Order<Reply>) => void
  /** Says nothing more of what was sent. */
  clear: () => void
}

type Given = {
  /** Addresses of the API whose answers it changes; `all` where any may have changed. */
  changes?: readonly string[] | 'all'
  /** Said while it is under way. */
  meanwhile?: string
}

export const useCommand = <Reply = unknown>({
  changes = [],
  meanwhile = '',
}: Given = {}): Command<Reply> => {
  const client = useQueryClient()
  const { mutate, reset, error, isPending, isSuccess, variables } = useMutation<
    Reply,
    Refused,
    Order<Reply>
  >({
    // A browser that takes itself for offline tries too: a command is never kept for later.
    networkMode: 'always',
    mutationFn: ({ run }) => run(),
    onSuccess: (reply, { onDone }) => {
      onDone?.(reply)
      askAnew()
    },
    onError: ({ problem }, { onRefused }) => {
      // What is shown is no longer what stands: the next try is made on what stands.
      if (problem.current !== undefined) askAnew()
      onRefused?.(problem)
    },
  })
  const askAnew = () => {
    if (changes === 'all') void client.invalidateQueries()
    else for (const address of changes) void client.invalidateQueries({ queryKey: [address] })
  }
  const problem = error?.problem ?? null
  return {
    busy: isPending,
    problem,
    said: isPending ? meanwhile : isSuccess ? (variables.done ?? '') : '',
    faultOf: (name) =>
      problem?.errors?.find(({ pointer }) => pointer === `/${name}`)?.detail ?? null,
    send: mutate,
    clear: reset,
  }
}
