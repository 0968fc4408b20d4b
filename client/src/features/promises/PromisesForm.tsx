import { PROMISE_KINDS, PROMISE_STATUSES } from '@muster/shared/domain/verdicts/promise'
import { EVERYWHERE, OURS, type ViewOf } from '@muster/shared/view/view'
import { KIND_TERMS, STATUS_TERMS } from '@muster/shared/words/terms'
import { useOurs } from '../../api/place.ts'
import { plainOptions, termOptions } from '../../ui/options.ts'
import { Picker } from '../../ui/Picker.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ViewForm } from '../../ui/ViewForm.tsx'

type Given = {
  view: ViewOf<'promises'> /** Those in which promises were made. */
  years: readonly string[]
}

export const PromisesForm = ({ view, years }: Given) => {
  const { parts } = useOurs()
  return (
    <ViewForm view={view} label="Which promises to show" hint="Days as 2024-03-31.">
      <Picker
        name="area"
        label="About"
        value={view.area ?? OURS}
        options={[
          { value: OURS, name: `our area and its ${parts}` },
          { value: EVERYWHERE, name: 'everywhere' },
          ...(view.area === null || [OURS, EVERYWHERE].includes(view.area)
            ? []
            : [{ value: view.area, name: view.area }]),
        ]}
      />
      <Picker
        name="status"
        label="Status"
        value={view.status}
        options={[ANY, ...termOptions(PROMISE_STATUSES, STATUS_TERMS)]}
      />
      <Picker
        name="kind"
        label="Kind"
        value={view.kind}
        options={[ANY, ...termOptions(PROMISE_KINDS, KIND_TERMS)]}
      />
      <Picker
        name="year"
        label="Made in"
        value={view.year}
        options={[ANY, ...plainOptions(years)]}
      />
      <TextField long name="maker" label="Made by" value={view.maker} />
      <TextField long name="text" label="Contains" value={view.text} />
      <TextField hinted name="at" label="Judged on" value={view.at} />
      <TextField hinted name="asOf" label="Figures available on" value={view.asOf} />
    </ViewForm>
  )
}

const ANY = { value: '', name: 'any' }
