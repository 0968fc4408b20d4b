import { TRUSTS } from '@muster/shared/domain/series/observation'
import { TRUST_TERMS } from '@muster/shared/words/terms'
import { Fragment } from 'react'
import { Field } from '../../ui/Field.tsx'
import { termOptions } from '../../ui/options.ts'
import { ConstantField, PART_LABELS } from './ConstantField.tsx'
import { type Column, type Draft, type faultsOf, PARTS, type Part } from './mapping-draft.ts'

type Given = {
  draft: Draft
  columns: readonly Column[]
  faults: ReturnType<typeof faultsOf>
  change: (changes: Pick<Draft, 'columns'> | Pick<Draft, 'constants'>) => void
}

/** Where each part of a figure stands: in a column, or the same for every row. */
export const PartFields = (given: Given) => {
  const { draft, change } = given
  const setConstant = (part: Part | 'trust', text: string) =>
    change({ constants: { ...draft.constants, [part]: text } })
  return (
    <div className="mapping-fields">
      <ColumnField {...given} part="value" label="Figures" none="choose a column" />
      {PARTS.map((part) => (
        <Fragment key={part}>
          <ColumnField
            {...given}
            part={part}
            label={PART_LABELS[part]}
            none="the same for every row"
          />
          {draft.columns[part] === 0 && (
            <ConstantField
              part={part}
              value={draft.constants[part]}
              setValue={(text) => setConstant(part, text)}
            />
          )}
        </Fragment>
      ))}
      <ColumnField {...given} part="note" label="Notes, if any" none="in no column" />
      <Field
        id="map-trust"
        label="Trust"
        value={draft.constants.trust}
        options={[{ value: '', name: 'as the source' }, ...termOptions(TRUSTS, TRUST_TERMS)]}
        onText={(trust) => setConstant('trust', trust)}
      />
    </div>
  )
}

type ColumnGiven = Given & {
  part: keyof Draft['columns']
  label: string
  /** What no column means. */
  none: string
}

const ColumnField = ({ part, label, none, draft, columns, faults, change }: ColumnGiven) => (
  <Field
    id={`map-${part}`}
    label={label}
    error={part === 'note' ? null : (faults[part] ?? null)}
    value={draft.columns[part]}
    options={[
      { value: 0, name: none },
      ...columns.map(({ column, name }) => ({ value: column, name })),
    ]}
    onText={(column) => change({ columns: { ...draft.columns, [part]: Number(column) } })}
  />
)
