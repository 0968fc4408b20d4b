import type { Apply } from './ViewForm.tsx'

type Option = { value: string; name: string }

type Given = {
  name: string
  label: string
  /** The value of the view; the empty text is the default. */
  value: string
  options: readonly Option[]
  groups?: readonly { name: string; options: readonly Option[] }[]
  wide?: boolean
  apply: Apply
}

export const Picker = ({ name, label, value, options, groups, wide, apply }: Given) => (
  <div className={wide ? 'field field-wide' : 'field'}>
    <label htmlFor={`pick-${name}`}>{label}</label>
    <select id={`pick-${name}`} name={name} value={value} onChange={apply}>
      {options.map((option) => (
        <OptionOf key={option.value} option={option} />
      ))}
      {groups?.map((group) => (
        <optgroup key={group.name} label={group.name}>
          {group.options.map((option) => (
            <OptionOf key={option.value} option={option} />
          ))}
        </optgroup>
      ))}
    </select>
  </div>
)

const OptionOf = ({ option }: { option: Option }) => (
  <option value={option.value}>{option.name}</option>
)
