import type { AreaProfile, KnownSeries } from '@muster/shared/contract/area-profile'
import { formatView, viewOf } from '@muster/shared/view/view'
import { areaProfileAddress } from '../../api/addresses.ts'
import { pluralOf, usePlace } from '../../api/place.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { Answered } from '../../ui/Answered.tsx'
import { KnownTable } from './KnownTable.tsx'
import { LadderTable } from './LadderTable.tsx'
import { PeersTable } from './PeersTable.tsx'
import { Trend } from './Trend.tsx'
import { UnknownList } from './UnknownList.tsx'

/** All that the figures say of one area, and where they are silent. */
export const Profile = ({ area }: { area: string }) => (
  <Answered answer={useReply(areaProfileAddress(area))}>
    {(profile) => <Shown profile={profile} />}
  </Answered>
)

const Shown = ({ profile }: { profile: AreaProfile }) => {
  const words = replyOf(usePlace())?.words ?? {}
  const { area, name, known, unknown, peers, ladder } = profile
  const trends = known.filter(isTrend)
  return (
    <>
      <h2>From posts to duty</h2>
      <LadderTable name={name} rungs={ladder} plural={pluralOf(profile.type, words)} />
      <h2>How it changed</h2>
      {trends.length === 0 ? (
        <p>No monthly series of this area is known: there is no trend to give.</p>
      ) : (
        trends.map((series) => (
          <Trend
            key={`${series.metric} ${series.source.id}`}
            area={area}
            name={name}
            series={series}
          />
        ))
      )}
      <h2>All figures known</h2>
      {known.length === 0 ? <p>None.</p> : <KnownTable area={area} series={known} />}
      <h2>What is not known</h2>
      <UnknownList series={unknown} />
      <p>
        <a href={formatView(viewOf('coverage', { areaType: profile.type }))}>
          Coverage by area and period, and what to ask for next
        </a>
      </p>
      {peers !== null && (
        <>
          <h2>Peers</h2>
          <PeersTable area={area} name={name} peers={peers} />
        </>
      )}
    </>
  )
}

/** Monthly series long enough to have a usual range: time away from wards, and the staff themselves. */
const isTrend = ({ metric, known, first, last, basis }: KnownSeries): boolean =>
  known > LEAST_VALUES &&
  first.length >= 7 &&
  last.length >= 7 &&
  TREND_METRICS.some((each) => each.metric === metric && each.basis === basis)

const LEAST_VALUES = 6
const TREND_METRICS = [
  { metric: 'officers', basis: 'fte' },
  { metric: 'pcso', basis: 'fte' },
  { metric: 'abstracted_share', basis: 'not_stated' },
  { metric: 'dedicated_ward_officers', basis: 'fte' },
] as const
