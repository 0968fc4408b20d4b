import { Field } from '../../ui/Field.tsx'
import type { Column, Draft, Part } from './mapping-draft.ts'

type Given = {
  part: Part | 'value' | 'note'
  label: string
  /** What no column means. */
  none: string
  draft: Draft
  columns: readonly Column[]
  faults: Partial<Record<string, string>>
  change: (changes: Pick<Draft, 'columns'>) => void
}

/** In which column a part of each figure stands. */
export const ColumnField = ({ part, label, none, draft, columns, faults, change }: Given) => (
  <Field
    id={`map-${part}`}
    label={label}
    error={faults[part] ?? null}
    value={draft.columns[part]}
    options={[
      { value: 0, name: none },
      ...columns.map(({ column, name }) => ({ value: column, name })),
    ]}
    onText={(column) => change({ columns: { ...draft.columns, [part]: Number(column) } })}
  />
)
