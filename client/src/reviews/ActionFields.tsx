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
    <fieldset className="action-fields">
      <legend>Actions: who does what by when, and how one will see it</legend>
      {actions.map((action, index) => (
        <div key={action.key} className="controls">
          {FIELDS.map(({ name, label, wide }) => (
            <div key={name} className={wide ? 'field field-wide' : 'field'}>
              <label htmlFor={`${action.key}-${name}`}>
                {label} {index + 1}
              </label>
              <input
                type="text"
                id={`${action.key}-${name}`}
                value={action[name]}
                onChange={(event) => change(action.key, name, event.currentTarget.value)}
              />
            </div>
          ))}
          <button
            type="button"
            onClick={() => setActions(actions.filter(({ key }) => key !== action.key))}
          >
            Take out action {index + 1}
          </button>
        </div>
      ))}
      <button
        type="button"
        onClick={() => setActions([...actions, { ...EMPTY, key: `new${actions.length}` }])}
      >
        Add an action
      </button>
    </fieldset>
  )
}

const FIELDS = [
  { name: 'text', label: 'Action', wide: true },
  { name: 'owner', label: 'Owner', wide: false },
  { name: 'due', label: 'Due (2026-12-31)', wide: false },
  { name: 'evidence', label: 'Evidence', wide: true },
  { name: 'doneOn', label: 'Done on', wide: false },
] as const

const EMPTY = { text: '', owner: '', due: '', evidence: '', doneOn: '' }
