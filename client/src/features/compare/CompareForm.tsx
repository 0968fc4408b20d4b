import type { Place } from '@muster/shared/contract/register'
import type { SeriesReply } from '@muster/shared/contract/series'
import type { Area } from '@muster/shared/domain/areas/area'
import type { Metric } from '@muster/shared/domain/series/metric'
import { PERS } from '@muster/shared/domain/series/rate'
import type { ViewOf } from '@muster/shared/view/view'
import { isCount, PER_TERMS } from '@muster/shared/words/measure'
import { BASIS_TERMS } from '@muster/shared/words/terms'
import { AreaPicker } from '../../ui/AreaPicker.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { HINT, ViewForm } from '../../ui/ViewForm.tsx'

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
      hint="Dates as 2019, 2019-04 or 2019-04-30; “as known on” takes a day."
    >
      {(apply) => (
        <>
          <Picker
            wide
            name="metric"
            label="Measure"
            value={chosen}
            options={[]}
            groups={METRIC_GROUPS.map(({ name, kind }) => ({
              name,
              options: metrics
                .filter((metric) => metric.kind === kind)
                .map((metric) => ({ value: metric.id, name: metric.name })),
            }))}
            apply={apply}
          />
          {bases.length > 1 && (
            <Picker
              name="basis"
              label="Counted as"
              value={view.basis ?? reply?.basis ?? ''}
              options={bases.map((basis) => ({ value: basis, name: BASIS_TERMS[basis].label }))}
              apply={apply}
            />
          )}
          <AreaPicker
            view={view}
            defaultType={place.headline.areaType}
            words={place.words}
            areas={areas}
            apply={apply}
          />
          {(canBeRate || view.per !== null) && (
            <Picker
              name="per"
              label="Shown"
              value={view.per ?? ''}
              options={PER_OPTIONS}
              apply={apply}
            />
          )}
          <Picker
            name="show"
            label="As"
            value={view.show ?? ''}
            options={SHOW_OPTIONS}
            apply={apply}
          />
          <Picker
            name="relative"
            label="Against a date"
            value={view.relative ?? ''}
            options={RELATIVE_OPTIONS}
            apply={apply}
          />
          <TextField hintId={HINT} name="base" label="The date" value={view.base ?? ''} />
          <Picker
            name="events"
            label="Events"
            value={view.events ?? ''}
            options={EVENT_OPTIONS}
            apply={apply}
          />
          <TextField hintId={HINT} name="from" label="From" value={view.from ?? ''} />
          <TextField hintId={HINT} name="to" label="To" value={view.to ?? ''} />
          <TextField hintId={HINT} name="asOf" label="As known on" value={view.asOf ?? ''} />
          {(view.source !== null || (reply?.sources.length ?? 0) > 1) && (
            <Picker
              wide
              name="source"
              label="Source"
              value={view.source ?? ''}
              options={[
                { value: '', name: 'all, side by side' },
                ...(reply?.sources ?? []).map(({ id, title }) => ({ value: id, name: title })),
              ]}
              apply={apply}
            />
          )}
          {view.pinned !== null && (
            <input type="hidden" name="pinned" value={view.pinned.join(',')} />
          )}
        </>
      )}
    </ViewForm>
  )
}

const METRIC_GROUPS = [
  { name: 'On a day', kind: 'stock' },
  { name: 'Over a period', kind: 'flow' },
  { name: 'What rates are divided by', kind: 'denominator' },
] as const

const PER_OPTIONS = [
  { value: '', name: 'as a count' },
  ...PERS.map((per) => ({ value: per, name: PER_TERMS[per].label })),
]

const RELATIVE_OPTIONS = [
  { value: '', name: 'no' },
  { value: 'change', name: 'change since it' },
  { value: 'index', name: 'index, it is 100' },
]

const EVENT_OPTIONS = [
  { value: '', name: 'shown' },
  { value: 'hide', name: 'hidden' },
]

const SHOW_OPTIONS = [
  { value: '', name: 'what fits best' },
  { value: 'lines', name: 'lines over time' },
  { value: 'small', name: 'a small picture each' },
  { value: 'dots', name: 'areas on one date' },
  { value: 'table', name: 'a table' },
]
