import type { Problem } from '@muster/shared/contract/problem'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { sendJson } from '../../api/send.ts'

type Given = {
  /** What opens the form, and what it does. */
  title: string
  address: string
  submit: string
  children: (fault: (name: string) => string | null) => ReactNode
}

/** A form that enters something about a promise; closed until it is wanted, and never printed. */
export const EntryForm = ({ title, address, submit, children }: Given) => {
  const refresh = useRefresh()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [said, setSaid] = useState('')
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const { problem: found } = await sendJson(
      'POST',
      address,
      Object.fromEntries(
        [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]),
      ),
    )
    setProblem(found)
    setSaid(found === null ? 'Entered.' : '')
    if (found !== null) return
    form.reset()
    await refresh()
  }
  const fault = (name: string) =>
    problem?.errors?.find(({ pointer }) => pointer === `/${name}`)?.detail ?? null
  return (
    <details className="no-print">
      <summary className="opener">{title}</summary>
      <form className="entry" aria-label={title} onSubmit={(event) => void send(event)}>
        {children(fault)}
        <div className="button-row">
          <button type="submit">{submit}</button>
          <span role="status">
            {said}
            {problem !== null && (problem.errors ?? []).length === 0 && problem.detail}
          </span>
        </div>
      </form>
    </details>
  )
}

type ActionGiven = {
  name: string
  /** What it is done to, for those who do not see where the button stands. */
  about: string
  method: 'PATCH' | 'DELETE'
  address: string
  body?: unknown
}

/** A button that changes one entry. */
export const EntryAction = ({ name, about, method, address, body }: ActionGiven) => {
  const refresh = useRefresh()
  const [said, setSaid] = useState('')
  const act = async () => {
    const { problem } = await sendJson(method, address, body)
    setSaid(problem === null ? '' : problem.detail)
    if (problem === null) await refresh()
  }
  return (
    <span className="no-print">
      <button type="button" onClick={() => void act()}>
        {name}
        <span className="visually-hidden">: {about}</span>
      </button>{' '}
      <span role="status">{said}</span>
    </span>
  )
}

/** What was entered may change any answer about promises. */
const useRefresh = (): (() => Promise<void>) => {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}
