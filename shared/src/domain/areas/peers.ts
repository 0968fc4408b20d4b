/**
 * Areas most like ours, by one stated rule: nearest in residents and in recorded crime, both counted
 * alike. How far two areas are apart is the larger of the two differences, each as the ratio of the
 * larger to the smaller number; so 1.1 means that neither differs by more than a tenth.
 */
export type PeerFacts = { area: string; name: string; residents: number; crimes: number }

export type Peer = PeerFacts & {
  /** 1 is equal; 1.25 means that the one that differs more differs by a quarter. */
  apart: number
}

export const PEER_RULE =
  'Nearest in residents and in recorded crime of 12 months, both counted alike: what counts is whichever of the two differs more.'

/** The nearest `most` areas, nearest first; areas with nothing to compare are left out. */
export const nearestPeers = (ours: PeerFacts, others: readonly PeerFacts[], most: number): Peer[] =>
  others
    .filter(({ area, residents, crimes }) => area !== ours.area && residents > 0 && crimes > 0)
    .map((other) => ({
      ...other,
      apart: Math.max(ratio(ours.residents, other.residents), ratio(ours.crimes, other.crimes)),
    }))
    .sort((a, b) => a.apart - b.apart || (a.area < b.area ? -1 : 1))
    .slice(0, most)

const ratio = (a: number, b: number): number => Math.max(a, b) / Math.min(a, b)
