import type { AreaProfile } from '@muster/shared/contract/area-profile'
import { formatView, viewOf } from '@muster/shared/view/view'
import { labelWords } from '@muster/shared/words/fair-share'
import { formatNumber, formatPercent } from '@muster/shared/words/format'
import { Table } from '../../ui/Table.tsx'

type Peers = NonNullable<AreaProfile['peers']>

/** The areas most like this one, by a rule that stands beside them. */
export const PeersTable = ({ area, name, peers }: { area: string; name: string; peers: Peers }) => (
  <>
    <p>{peers.rule}</p>
    <Table
      name="Peers"
      caption={`Peers of ${name}; ${labelWords(`${peers.residents.label}, ${peers.crimes.label}`)}`}
      rows={[
        { area, name, residents: peers.residents.value, crimes: peers.crimes.value, apart: null },
        ...peers.areas,
      ]}
      keyOf={(row) => row.area}
      columns={[
        {
          head: 'Area',
          cell: (row) =>
            row.apart === null ? (
              row.name
            ) : (
              <a href={formatView(viewOf('area', { code: row.area }))}>{row.name}</a>
            ),
        },
        { head: 'Residents', number: true, cell: ({ residents }) => formatNumber(residents) },
        { head: 'Recorded crimes', number: true, cell: ({ crimes }) => formatNumber(crimes) },
        {
          head: 'Difference',
          number: true,
          cell: ({ apart }) => apart !== null && formatPercent((apart - 1) * 100),
        },
      ]}
    />
    <p>
      <a
        href={formatView(
          viewOf('compare', {
            areas: [area, ...peers.areas.map((peer) => peer.area)],
            pinned: [area],
          }),
        )}
      >
        Compare {name} with its peers
      </a>
    </p>
  </>
)
