import { Field } from '../../ui/Field.tsx'

/** An action while it is being written; `id` only of one that is stored. */
export type DraftAction = {
  key: string
  id?: number
  text: string
  owner: string
  due: string
  evidence: string
  doneOn: string
}

type Given = {
  actions: readonly DraftAction[]
  setActions: (actions: readonly DraftAction[]) => void
}

export const ActionFields = ({ actions, setActions }: Given) => {
  const change = (key: string, name: keyof DraftAction, value: string) =>
    setActions(
      actions.map((action) => (action.key === key ? { ...action, [name]: value } : action)),
    )
  return (
    <fieldset>
      <legend>Actions: who does what by when, and the evidence of completion</legend>
      {actions.map((action, index) => (
        <div key={action.key} className="controls">
          {FIELDS.map(({ name, label, wide }) => (
            <Field
              key={name}
              id={`${action.key}-${name}`}
              label={`${label} ${index + 1}`}
              wide={wide}
              value={action[name]}
              onText={(text) => change(action.key, name, text)}
            />
          ))}
          <button
            type="button"
            onClick={() => setActions(actions.filter(({ key }) => key !== action.key))}
          >
            Remove action {index + 1}
          </button>
        </div>
      ))}
      <button
        type="button"
        onClick={() => setActions([...actions, { ...EMPTY, key: newKey(actions) }])}
      >
        Add an action
      </button>
    </fieldset>
  )
}

/** One that no other has, also after some were taken out. */
const newKey = (actions: readonly DraftAction[]): string =>
  `new${1 + Math.max(0, ...actions.map(({ key }) => Number(/^new(\d+)$/.exec(key)?.[1] ?? 0)))}`

const FIELDS = [
  { name: 'text', label: 'Action', wide: true },
  { name: 'owner', label: 'Owner of action', wide: false },
  { name: 'due', label: 'Due, as 2026-12-31: action', wide: false },
  { name: 'evidence', label: 'Evidence of completion: action', wide: true },
  { name: 'doneOn', label: 'Done on, as 2026-12-31: action', wide: false },
] as const

const EMPTY = { text: '', owner: '', due: '', evidence: '', doneOn: '' }
