type Given = {
  name: string
  label: string
  value: string
  long?: boolean
  /** The element that says how to write it. */
  hintId?: string
}

/** Text counts when it is sent (Enter, or the button): half a date is not a question. */
export const TextField = ({ name, label, value, long = false, hintId }: Given) => (
  <div className="field">
    <label htmlFor={`type-${name}`}>{label}</label>
    <input
      key={value}
      id={`type-${name}`}
      className={long ? 'text-long' : undefined}
      type="text"
      name={name}
      defaultValue={value}
      aria-describedby={hintId}
      autoComplete="off"
      spellCheck={false}
    />
  </div>
)
