import type { UserRow } from '@muster/shared/contract/account'
import { ROLES } from '@muster/shared/domain/permission'
import { Table } from '../../ui/Table.tsx'

type Given = {
  people: readonly UserRow[]
  /** Nobody changes their own account here. */
  own: string
  change: (person: UserRow, changes: { role?: string; disabled?: boolean }) => void
  renew: (person: UserRow) => void
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
        cell: (person) => (
          <select
            aria-label={`Role of ${person.name}`}
            value={person.role}
            disabled={person.name === own}
            onChange={({ currentTarget }) => change(person, { role: currentTarget.value })}
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
        cell: (person) =>
          person.name !== own && (
            <span className="button-row">
              <button type="button" onClick={() => change(person, { disabled: !person.disabled })}>
                {person.disabled ? 'Enable' : 'Disable'}
                <span className="visually-hidden"> {person.name}</span>
              </button>
              {!person.disabled && (
                <button type="button" onClick={() => renew(person)}>
                  New link<span className="visually-hidden"> for {person.name}</span>
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
