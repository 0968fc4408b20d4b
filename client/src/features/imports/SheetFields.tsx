import type { FileLook } from '@muster/shared/contract/import'
import { Field } from '../../ui/Field.tsx'
import { plainOptions } from '../../ui/options.ts'
import { FirstRows } from './FirstRows.tsx'
import type { Draft } from './mapping-draft.ts'

type Given = {
  sheets: FileLook['sheets']
  draft: Draft
  change: (changes: Partial<Pick<Draft, 'sheet' | 'headingRow'>>) => void
}

/** Which sheet, and which of its rows are figures, with the sheet as it is to choose by. */
export const SheetFields = ({ sheets, draft: { sheet, headingRow }, change }: Given) => (
  <>
    {sheets.length > 1 && (
      <Field
        id="map-sheet"
        label="Sheet"
        value={sheet}
        options={plainOptions(sheets.map(({ name }) => name))}
        onText={(name) => change({ sheet: name })}
      />
    )}
    <Field
      id="map-heading"
      label="Heading row"
      hint="Rows above it are left out. 0 if there are none."
      className="short"
      type="number"
      min={0}
      value={headingRow}
      onText={(row) => change({ headingRow: Math.max(0, Math.trunc(Number(row)) || 0) })}
    />
    <FirstRows sheet={sheets.find(({ name }) => name === sheet)} headingRow={headingRow} />
  </>
)
