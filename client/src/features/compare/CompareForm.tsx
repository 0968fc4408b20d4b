import type { Place } from '@muster/shared/contract/register'
import type { SeriesReply } from '@muster/shared/contract/series'
import type { Area } from '@muster/shared/domain/areas/area'
import type { Metric } from '@muster/shared/domain/series/metric'
import { PERS } from '@muster/shared/domain/series/rate'
import type { ViewOf } from '@muster/shared/view/view'
import { isCount, PER_TERMS } from '@muster/shared/words/measure'
import { BASIS_TERMS } from '@muster/shared/words/terms'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { idOptions, termOptions } from '../../ui/options.ts'
import { Picker } from '../../ui/Picker.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ViewForm } from '../../ui/ViewForm.tsx'

type Given = {
  view: ViewOf<'compare'>
  place: Place
  metrics: readonly Metric[]
  areas: readonly Area[]
  reply: SeriesReply | null
}

export const CompareForm = ({ view, place, metrics, areas, reply }: Given) => {
  const chosen = view.metric ?? place.headline.metric
  const metric = metrics.find(({ id }) => id === chosen)
  const bases = metric?.bases ?? []
  const canBeRate =
    metric === undefined || (metric.kind !== 'denominator' && isCount({ ...metric, per: null }))
  return (
    <ViewForm
      view={view}
      label="What to compare"
      hint="Dates as 2019, 2019-04 or 2019-04-30; “figures available on” takes a full day."
    >
      <Picker
        wide
        name="metric"
        label="Measure"
        value={chosen}
        options={METRIC_GROUPS.map(({ name, kind }) => ({
          name,
          options: idOptions(metrics.filter((metric) => metric.kind === kind)),
        }))}
      />
      {bases.length > 1 && (
        <Picker
          name="basis"
          label="Counted as"
          value={view.basis ?? reply?.basis ?? ''}
          options={termOptions(bases, BASIS_TERMS)}
        />
      )}
      <AreaPicker view={view} place={place} areas={areas} />
      {(canBeRate || view.per !== null) && (
        <Picker name="per" label="Show as" value={view.per} options={PER_OPTIONS} />
      )}
      <Picker name="show" label="Chart type" value={view.show} options={SHOW_OPTIONS} />
      <Picker
        name="relative"
        label="Compare with a date"
        value={view.relative}
        options={RELATIVE_OPTIONS}
      />
      <TextField hinted name="base" label="Base date" value={view.base} />
      <Picker name="events" label="Events" value={view.events} options={EVENT_OPTIONS} />
      <TextField hinted name="from" label="From" value={view.from} />
      <TextField hinted name="to" label="To" value={view.to} />
      <TextField hinted name="asOf" label="Figures available on" value={view.asOf} />
      {(view.source !== null || (reply?.sources.length ?? 0) > 1) && (
        <Picker
          wide
          name="source"
          label="Source"
          value={view.source}
          options={[
            { value: '', name: 'all, side by side' },
            ...(reply?.sources ?? []).map(({ id, title }) => ({ value: id, name: title })),
          ]}
        />
      )}
      {view.pinned !== null && <input type="hidden" name="pinned" value={view.pinned.join(',')} />}
    </ViewForm>
  )
}

const METRIC_GROUPS = [
  { name: 'On a day', kind: 'stock' },
  { name: 'Over a period', kind: 'flow' },
  { name: 'What rates are divided by', kind: 'denominator' },
] as const

const PER_OPTIONS = [{ value: '', name: 'as a count' }, ...termOptions(PERS, PER_TERMS)]

const RELATIVE_OPTIONS = [
  { value: '', name: 'no' },
  { value: 'change', name: 'change since the base date' },
  { value: 'index', name: 'index (base = 100)' },
]

const EVENT_OPTIONS = [
  { value: '', name: 'shown' },
  { value: 'hide', name: 'hidden' },
]

const SHOW_OPTIONS = [
  { value: '', name: 'best fit' },
  { value: 'lines', name: 'lines over time' },
  { value: 'small', name: 'small multiples' },
  { value: 'dots', name: 'areas on one date' },
  { value: 'table', name: 'a table' },
]
