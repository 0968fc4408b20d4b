import type { AreaProfile } from '@muster/shared/contract/area-profile'
import { formatView, viewOf } from '@muster/shared/view/view'
import { labelWords } from '@muster/shared/words/fair-share'
import { formatNumber, formatPercent } from '@muster/shared/words/format'
import { ScrollBox } from '../../ui/ScrollBox.tsx'

type Peers = NonNullable<AreaProfile['peers']>

/** The areas most like this one, by a rule that stands beside them. */
export const PeersTable = ({ area, name, peers }: { area: string; name: string; peers: Peers }) => (
  <>
    <p>{peers.rule}</p>
    <ScrollBox name="Peers">
      <table>
        <caption>
          Peers of {name}; {labelWords(`${peers.residents.label}, ${peers.crimes.label}`)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Area</th>
            <th scope="col" className="number">
              Residents
            </th>
            <th scope="col" className="number">
              Recorded crimes
            </th>
            <th scope="col" className="number">
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="ours">
            <th scope="row">{name}</th>
            <td className="number">{formatNumber(peers.residents.value)}</td>
            <td className="number">{formatNumber(peers.crimes.value)}</td>
            <td className="number" />
          </tr>
          {peers.areas.map((peer) => (
            <tr key={peer.area}>
              <th scope="row">
                <a href={formatView(viewOf('area', { code: peer.area }))}>{peer.name}</a>
              </th>
              <td className="number">{formatNumber(peer.residents)}</td>
              <td className="number">{formatNumber(peer.crimes)}</td>
              <td className="number">{formatPercent((peer.apart - 1) * 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
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
