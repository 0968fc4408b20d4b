import type { PromiseDetail } from '@muster/shared/contract/promise'
import { formatView, viewOf } from '@muster/shared/view/view'
import { formatDate, formatNumber } from '@muster/shared/words/format'
import { decimalsOf } from '@muster/shared/words/promises/meaning'
import { FLAG_TERMS } from '@muster/shared/words/terms'
import { ScrollBox } from '../../ui/ScrollBox.tsx'
import { TrustTag } from '../../ui/TrustTag.tsx'

type Given = {
  caption: string
  used: PromiseDetail['arithmetic']
  unit: string
}

/** Every number of a verdict, each leading to the row that it was read from. */
export const Arithmetic = ({ caption, used, unit }: Given) => (
  <ScrollBox name={caption}>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col" className="number">
            Value
          </th>
          <th scope="col">Unit</th>
          <th scope="col">Date</th>
          <th scope="col">Codes</th>
          <th scope="col">Trust</th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        {used.map((row) => (
          <tr key={`${row.role} ${row.date} ${row.label}`}>
            <th scope="row">{row.label}</th>
            <td className="number">
              {formatNumber(row.value, row.role === 'wards' ? 0 : decimalsIn(used))}
            </td>
            <td>{row.role === 'wards' ? 'wards' : unit}</td>
            <td>{row.date === null ? '' : formatDate(row.date)}</td>
            <td>{row.flags.map((flag) => FLAG_TERMS[flag].mark).join(' ')}</td>
            <td>
              <TrustTag always trust={row.trust} />
            </td>
            <td>
              {row.observation === null ? (
                <span className="quiet">{row.role === 'expected' ? 'computed' : 'the words'}</span>
              ) : (
                <a href={evidenceOf(row.observation)} aria-label={`Evidence: ${row.label}`}>
                  Evidence
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollBox>
)

/** All with the same decimals, so that the sums can be done again from what is shown. */
const decimalsIn = (used: Given['used']): number =>
  decimalsOf(used.filter(({ role }) => role !== 'wards').map(({ value }) => value))

/** A number of events is counted from the list on this page. */
const evidenceOf = (observation: string): string =>
  observation.startsWith('entered-events')
    ? '#events'
    : formatView(viewOf('evidence', { id: observation }))
