/** Finds the areas most like one: residents and recorded crime of the newest common months. */
import type { AreaProfile } from '@muster/shared/contract/area-profile'
import type { Area } from '@muster/shared/domain/areas/area'
import { nearestPeers, PEER_RULE, type PeerFacts } from '@muster/shared/domain/areas/peers'
import { isKnown } from '@muster/shared/domain/series/observation'
import { crimesOn, residentsOn } from '@muster/shared/domain/series/rate'
import { findDenominators } from '../../figures/figures.ts'
import type { Knowledge } from '../../reference/knowledge.ts'

/** Null where residents or crime of the area are not known. */
export const findPeers = (
  services: Knowledge,
  area: Area,
  beside: readonly Area[],
): AreaProfile['peers'] => {
  const register = services.register()
  const below = (key: 'population_metric' | 'crime_metric') =>
    findDenominators(services.store, register, key, { areas: beside })
  const residents = below('population_metric')
  const crimes = below('crime_metric')
  const date = (crimes.get(area.code) ?? []).filter(isKnown).at(-1)?.date
  if (date === undefined) return null
  const found = beside.flatMap(({ code, name }) => {
    const people = residentsOn(residents.get(code) ?? [], date)
    const offences = crimesOn(crimes.get(code) ?? [], date, [])
    return 'missing' in people || 'missing' in offences
      ? []
      : [
          {
            facts: { area: code, name, residents: people.value, crimes: offences.value },
            people,
            offences,
          },
        ]
  })
  const ours = found.find(({ facts }) => facts.area === area.code)
  if (ours === undefined) return null
  const others: PeerFacts[] = found.filter((each) => each !== ours).map(({ facts }) => facts)
  return {
    rule: PEER_RULE,
    residents: { value: ours.facts.residents, label: ours.people.label },
    crimes: { value: ours.facts.crimes, label: ours.offences.label },
    areas: nearestPeers(ours.facts, others, MOST),
  }
}

const MOST = 4
