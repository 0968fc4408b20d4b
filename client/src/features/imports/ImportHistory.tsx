import type { importsEndpoint } from '@muster/shared/contract/import'
import { formatView, viewOf } from '@muster/shared/view/view'
import { formatNumber } from '@muster/shared/words/format'
import { ScrollBox } from '../../ui/ScrollBox.tsx'
import { formatMoment, STATE_LABELS } from './import-words.ts'

type Given = { imports: ReturnType<(typeof importsEndpoint)['reply']['parse']> }

export const ImportHistory = ({ imports }: Given) =>
  imports.length === 0 ? (
    <p>Nothing has been brought in yet. What shipped with the installation is under Data.</p>
  ) : (
    <ScrollBox name="Imports, newest first">
      <table className="import-history">
        <thead>
          <tr>
            <th scope="col">Import</th>
            <th scope="col">File and source</th>
            <th scope="col">State</th>
            <th scope="col" className="number">
              New
            </th>
            <th scope="col" className="number">
              Changed
            </th>
            <th scope="col">Checked</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={formatView(viewOf('import', { id: String(row.id) }))}>Import {row.id}</a>
              </th>
              <td>
                <span className="line">{row.fileName}</span>
                <span className="note">{row.sourceTitle}</span>
              </td>
              <td>{STATE_LABELS[row.state]}</td>
              <td className="number">{formatNumber(row.diff.added)}</td>
              <td className="number">{formatNumber(row.diff.revised)}</td>
              <td>
                <span className="line">{row.createdBy}</span>
                <span className="note">{formatMoment(row.createdAt)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
