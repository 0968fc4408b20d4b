import { ROLES } from '@muster/shared/domain/permission'
import { Field } from '../../ui/Field.tsx'
import { readFields } from '../../ui/fields.ts'
import { plainOptions } from '../../ui/options.ts'

type Given = { invite: (person: { name: string; role: string }, onDone: () => void) => void }

export const InviteForm = ({ invite }: Given) => (
  <form
    className="entry"
    onSubmit={(event) => {
      const form = event.currentTarget
      const { person = '', role = '' } = readFields(event)
      invite({ name: person, role }, () => form.reset())
    }}
  >
    <Field
      name="person"
      label="Name of a new person"
      minLength={2}
      maxLength={60}
      autoComplete="off"
      required
    />
    <Field name="role" label="Role" defaultValue="editor" options={plainOptions(ROLES)} />
    <button type="submit">Invite</button>
  </form>
)
