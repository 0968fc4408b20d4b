import { sendJson } from '../../api/send.ts'
import { useCommand } from '../../api/use-command.ts'
import { CommandForm } from '../../ui/CommandForm.tsx'
import { Field } from '../../ui/Field.tsx'

export const PasswordForm = () => (
  <>
    <h2>Change the password</h2>
    <CommandForm
      command={useCommand()}
      orderOf={(entered) => ({
        run: () => sendJson('POST', '/api/v1/password', entered),
        done: 'The password is changed. You are signed out everywhere else.',
      })}
      submit="Change the password"
    >
      <Field
        id="current"
        name="current"
        label="Current password"
        type="password"
        autoComplete="current-password"
        required
      />
      <Field
        id="password"
        name="password"
        label="New password"
        hint="At least 12 characters, without your name."
        type="password"
        autoComplete="new-password"
        minLength={12}
        required
      />
    </CommandForm>
  </>
)
