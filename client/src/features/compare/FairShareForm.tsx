import type { Area } from '@muster/shared/domain/areas/area'
import type { Metric } from '@muster/shared/domain/series/metric'
import type { Basis } from '@muster/shared/domain/series/observation'
import type { ViewOf } from '@muster/shared/view/view'
import { isCount } from '@muster/shared/words/measure'
import { BASIS_TERMS } from '@muster/shared/words/terms'
import { Picker } from '../../ui/Picker.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { HINT, ViewForm } from '../../ui/ViewForm.tsx'

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
      hint="Residents count for so many per cent, from 0 to 100, and recorded crime for the rest. Date as 2025-03; without one, the newest that is known for all."
    >
      {(apply) => (
        <>
          <Picker
            name="area"
            label="Area"
            value={area}
            options={areas.map(({ code, name }) => ({ value: code, name }))}
            apply={apply}
          />
          <Picker
            wide
            name="metric"
            label="What is shared out"
            value={metric}
            options={metrics
              .filter((each) => each.kind !== 'denominator' && isCount({ ...each, per: null }))
              .map(({ id, name }) => ({ value: id, name }))}
            apply={apply}
          />
          {bases.length > 1 && (
            <Picker
              name="basis"
              label="Counted as"
              value={basis ?? ''}
              options={bases.map((each) => ({ value: each, name: BASIS_TERMS[each].label }))}
              apply={apply}
            />
          )}
          <TextField
            hintId={HINT}
            name="residents"
            label="Residents, per cent"
            value={String(residents)}
          />
          <TextField hintId={HINT} name="date" label="Date" value={view.date ?? ''} />
          <TextField hintId={HINT} name="asOf" label="As known on" value={view.asOf ?? ''} />
        </>
      )}
    </ViewForm>
  )
}
