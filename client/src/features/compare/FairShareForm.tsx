import type { Area } from '@muster/shared/domain/areas/area'
import type { Metric } from '@muster/shared/domain/series/metric'
import type { Basis } from '@muster/shared/domain/series/observation'
import type { ViewOf } from '@muster/shared/view/view'
import { isCount } from '@muster/shared/words/measure'
import { BASIS_TERMS } from '@muster/shared/words/terms'
import { idOptions, termOptions } from '../../ui/options.ts'
import { Picker } from '../../ui/Picker.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ViewForm } from '../../ui/ViewForm.tsx'

type Given = {
  view: ViewOf<'fair-share'>
  area: string
  metric: string
  basis: Basis | null
  metrics: readonly Metric[]
  areas: readonly Area[]
  /** Per cent of the mix that counts residents. */
  residents: number
}

/** One number makes the mix: what residents count, and recorded crime counts the rest. */
export const FairShareForm = ({ view, area, metric, basis, metrics, areas, residents }: Given) => {
  const bases = metrics.find(({ id }) => id === metric)?.bases ?? []
  return (
    <ViewForm
      view={view}
      label="What to share out, and by what"
      hint="Residents count for the per cent given, from 0 to 100, and recorded crime for the rest. Date as 2025-03; empty for the newest that is known for all."
    >
      <Picker
        name="area"
        label="Area"
        value={area}
        options={areas.map(({ code, name }) => ({ value: code, name }))}
      />
      <Picker
        wide
        name="metric"
        label="What is shared out"
        value={metric}
        options={idOptions(
          metrics.filter((each) => each.kind !== 'denominator' && isCount({ ...each, per: null })),
        )}
      />
      {bases.length > 1 && (
        <Picker
          name="basis"
          label="Counted as"
          value={basis ?? ''}
          options={termOptions(bases, BASIS_TERMS)}
        />
      )}
      <TextField hinted name="residents" label="Residents, per cent" value={String(residents)} />
      <TextField hinted name="date" label="Date" value={view.date} />
      <TextField hinted name="asOf" label="Figures available on" value={view.asOf} />
    </ViewForm>
  )
}
