import type { PromiseDetail } from '@muster/shared/contract/promise'
import { formatDate, formatNumber } from '@muster/shared/words/format'
import { decimalsOf } from '@muster/shared/words/promises/meaning'
import { FLAG_TERMS } from '@muster/shared/words/terms'
import { evidenceHref } from '../../ui/evidence-href.ts'
import { Table } from '../../ui/Table.tsx'
import { TrustTag } from '../../ui/TrustTag.tsx'

type Given = {
  caption: string
  used: PromiseDetail['arithmetic']
  unit: string
}

/** Every number of a verdict, each leading to the row that it was read from. */
export const Arithmetic = ({ caption, used, unit }: Given) => (
  <Table
    name={caption}
    caption={caption}
    rows={used}
    keyOf={({ role, date, label }) => `${role} ${date} ${label}`}
    columns={[
      { head: 'What', cell: ({ label }) => label },
      {
        head: 'Value',
        number: true,
        cell: ({ role, value }) => formatNumber(value, role === 'wards' ? 0 : decimalsIn(used)),
      },
      { head: 'Unit', cell: ({ role }) => (role === 'wards' ? 'wards' : unit) },
      { head: 'Date', cell: ({ date }) => date !== null && formatDate(date) },
      { head: 'Codes', cell: ({ flags }) => flags.map((flag) => FLAG_TERMS[flag].mark).join(' ') },
      { head: 'Trust', cell: ({ trust }) => <TrustTag always trust={trust} /> },
      {
        head: 'Evidence',
        cell: ({ observation, role, label }) =>
          observation === null ? (
            <span className="quiet">{role === 'expected' ? 'computed' : 'the words'}</span>
          ) : (
            <a href={evidenceOf(observation)} aria-label={`Evidence: ${label}`}>
              Evidence
            </a>
          ),
      },
    ]}
  />
)

/** All with the same decimals, so that the sums can be done again from what is shown. */
const decimalsIn = (used: Given['used']): number =>
  decimalsOf(used.filter(({ role }) => role !== 'wards').map(({ value }) => value))

/** A number of events is counted from the list on this page. */
const evidenceOf = (observation: string): string =>
  observation.startsWith('entered-events') ? '#events' : evidenceHref(observation)
