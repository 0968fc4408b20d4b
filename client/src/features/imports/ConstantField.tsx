import { BASES } from '@muster/shared/domain/series/observation'
import { BASIS_TERMS } from '@muster/shared/words/terms'
import { Field } from '../../ui/Field.tsx'
import { termOptions } from '../../ui/options.ts'
import { useMeanings } from './import-options.ts'
import type { Part } from './mapping-draft.ts'

type Given = { part: Part; value: string; setValue: (text: string) => void }

/** What holds for every row, where no column says it. */
export const ConstantField = ({ part, value, setValue }: Given) => {
  const meanings = useMeanings()
  const named = {
    id: `map-every-${part}`,
    label: `${PART_LABELS[part]}, in every row`,
    value,
    onText: setValue,
  }
  if (part === 'date')
    return <Field {...named} className="short" autoComplete="off" placeholder="2025-03-31" />
  const options = { ...meanings, basis: termOptions(BASES, BASIS_TERMS) }
  return <Field {...named} options={[{ value: '', name: 'choose' }, ...options[part]]} />
}

export const PART_LABELS: Record<Part, string> = {
  area: 'Area',
  date: 'Date',
  metric: 'What is measured',
  basis: 'How it is counted',
}
