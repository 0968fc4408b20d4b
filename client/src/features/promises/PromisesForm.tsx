import { PROMISE_KINDS, PROMISE_STATUSES } from '@muster/shared/domain/verdicts/promise'
import { EVERYWHERE, OURS, type ViewOf } from '@muster/shared/view/view'
import { KIND_TERMS, STATUS_TERMS } from '@muster/shared/words/terms'
import { Picker } from '../../ui/Picker.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { HINT, ViewForm } from '../../ui/ViewForm.tsx'

type Given = {
  view: ViewOf<'promises'> /** Those in which promises were made. */
  years: readonly string[]
}

export const PromisesForm = ({ view, years }: Given) => (
  <ViewForm view={view} label="Which promises to show" hint="Days as 2024-03-31.">
    {(apply) => (
      <>
        <Picker
          name="area"
          label="About"
          value={view.area ?? OURS}
          options={[
            { value: OURS, name: 'our area and its parts' },
            { value: EVERYWHERE, name: 'everywhere' },
            ...(view.area === null || [OURS, EVERYWHERE].includes(view.area)
              ? []
              : [{ value: view.area, name: view.area }]),
          ]}
          apply={apply}
        />
        <Picker
          name="status"
          label="Status"
          value={view.status ?? ''}
          options={[
            ANY,
            ...PROMISE_STATUSES.map((value) => ({ value, name: STATUS_TERMS[value].label })),
          ]}
          apply={apply}
        />
        <Picker
          name="kind"
          label="Kind"
          value={view.kind ?? ''}
          options={[
            ANY,
            ...PROMISE_KINDS.map((value) => ({ value, name: KIND_TERMS[value].label })),
          ]}
          apply={apply}
        />
        <Picker
          name="year"
          label="Made in"
          value={view.year ?? ''}
          options={[ANY, ...years.map((value) => ({ value, name: value }))]}
          apply={apply}
        />
        <TextField long name="maker" label="Made by" value={view.maker ?? ''} />
        <TextField long name="text" label="Speaks of" value={view.text ?? ''} />
        <TextField hintId={HINT} name="at" label="Judged on" value={view.at ?? ''} />
        <TextField hintId={HINT} name="asOf" label="As known on" value={view.asOf ?? ''} />
      </>
    )}
  </ViewForm>
)

const ANY = { value: '', name: 'any' }
