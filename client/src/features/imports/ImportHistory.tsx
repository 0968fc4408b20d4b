import type { importsEndpoint } from '@muster/shared/contract/import'
import { formatView, viewOf } from '@muster/shared/view/view'
import { formatNumber } from '@muster/shared/words/format'
import { Table } from '../../ui/Table.tsx'
import { formatMoment, STATE_LABELS } from './import-words.ts'

type Given = { imports: ReturnType<(typeof importsEndpoint)['reply']['parse']> }

export const ImportHistory = ({ imports }: Given) =>
  imports.length === 0 ? (
    <p>Nothing has been imported yet. The figures supplied with Muster are listed under Data.</p>
  ) : (
    <Table
      name="Imports, newest first"
      className="import-history"
      rows={imports}
      keyOf={({ id }) => id}
      columns={[
        {
          head: 'Import',
          cell: ({ id }) => (
            <a href={formatView(viewOf('import', { id: String(id) }))}>Import {id}</a>
          ),
        },
        { head: 'Source and file', cell: (row) => twoLines(row.sourceTitle, row.fileName) },
        { head: 'State', cell: ({ state }) => STATE_LABELS[state] },
        { head: 'New', number: true, cell: ({ diff }) => formatNumber(diff.added) },
        { head: 'Changed', number: true, cell: ({ diff }) => formatNumber(diff.revised) },
        { head: 'Checked', cell: (row) => twoLines(formatMoment(row.createdAt), row.createdBy) },
      ]}
    />
  )

const twoLines = (first: string, second: string | null) => (
  <>
    <span className="line">{first}</span>
    {second !== null && <span className="note">{second}</span>}
  </>
)
