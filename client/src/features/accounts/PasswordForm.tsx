import type { Problem } from '@muster/shared/contract/problem'
import { type FormEvent, useState } from 'react'
import { sendJson } from '../../api/send.ts'
import { Field } from '../../ui/Field.tsx'

export const PasswordForm = () => {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [said, setSaid] = useState('')
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    setSaid('')
    const sent = await sendJson('POST', '/api/v1/password', {
      current: String(fields.get('current')),
      password: String(fields.get('password')),
    })
    setProblem(sent.problem)
    if (sent.problem !== null) return
    form.reset()
    setSaid('The password is changed. You are signed out everywhere else.')
  }
  const fault = (name: string) =>
    problem?.errors?.find(({ pointer }) => pointer === `/${name}`)?.detail ?? null
  return (
    <>
      <h2>Change the password</h2>
      <form className="entry" onSubmit={(event) => void submit(event)}>
        <Field id="current" label="Password now" error={fault('current')}>
          {(tied) => (
            <input
              {...tied}
              type="password"
              name="current"
              autoComplete="current-password"
              required
            />
          )}
        </Field>
        <Field
          id="password"
          label="New password"
          hint="At least 12 characters, without your name."
          error={fault('password')}
        >
          {(tied) => (
            <input
              {...tied}
              type="password"
              name="password"
              autoComplete="new-password"
              minLength={12}
              required
            />
          )}
        </Field>
        <div className="button-row">
          <button type="submit">Change the password</button>
          <span role="status">
            {said}
            {problem !== null && (problem.errors ?? []).length === 0 && problem.detail}
          </span>
        </div>
      </form>
    </>
  )
}
