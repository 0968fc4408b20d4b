import type { UserRow } from '@muster/shared/contract/account'
import { ROLES } from '@muster/shared/domain/permission'
import { Table } from '../../ui/Table.tsx'

type Given = {
  people: readonly UserRow[]
  /** Nobody changes their own account here. */
  own: string
  change: (name: string, changes: { role?: string; disabled?: boolean }) => void
  renew: (name: string) => void
}

export const PeopleTable = ({ people, own, change, renew }: Given) => (
  <Table
    name="Accounts"
    className="people"
    rows={people}
    keyOf={({ name }) => name}
    columns={[
      { head: 'Name', cell: ({ name }) => name },
      {
        head: 'Role',
        cell: ({ name, role }) => (
          <select
            aria-label={`Role of ${name}`}
            value={role}
            disabled={name === own}
            onChange={({ currentTarget }) => change(name, { role: currentTarget.value })}
          >
            {ROLES.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        ),
      },
      { head: 'State', cell: stateOf },
      {
        head: 'Change',
        cell: ({ name, disabled }) =>
          name !== own && (
            <span className="button-row">
              <button type="button" onClick={() => change(name, { disabled: !disabled })}>
                {disabled ? 'Enable' : 'Disable'}
                <span className="visually-hidden"> {name}</span>
              </button>
              {!disabled && (
                <button type="button" onClick={() => renew(name)}>
                  New link<span className="visually-hidden"> for {name}</span>
                </button>
              )}
            </span>
          ),
      },
    ]}
  />
)

const stateOf = ({ disabled, invited, lockedUntil }: UserRow): string => {
  if (disabled) return 'disabled'
  if (invited) return 'invited'
  return lockedUntil === null ? 'active' : 'locked for a time after wrong passwords'
}
