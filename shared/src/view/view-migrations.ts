/**
 * Links are for ever: when a spelling changes, the old one is translated here and never removed.
 * Each entry takes the search of a page as it was and gives it as it is now; they run in order.
 */
import type { Search } from './search.ts'

export const migrate = (page: string, search: Search): Search =>
  MIGRATIONS.reduce((so, migration) => migration(page, so), search)

type Migration = (page: string, search: Search) => Search

/**
 * A form cannot leave out what it does not mean: without script the area picker of Compare sends
 * its choice (`among`) and the ticked boxes (`areas`), of which only one holds.
 */
const areaPicker: Migration = (page, search) => {
  const { among, ...rest } = search
  if (page !== 'compare' || among === undefined) return search
  const { areas, areaType, ...others } = rest
  if (among === 'list') return areas === undefined ? others : { ...others, areas }
  if (among === 'ours') return { ...others, areas: 'ours' }
  return { ...others, areaType: among }
}

/** The form of the fair share asks for one number, the per cent by residents; the rest is crime. */
const mixField: Migration = (page, search) => {
  const { residents, ...rest } = search
  if (page !== 'fair-share' || residents === undefined) return search
  const percent = Number(residents)
  if (residents.trim() === '' || !(percent >= 0 && percent <= 100)) return search
  const crimes = Math.round((100 - percent) * 100) / 100
  const by =
    crimes === 0 ? 'residents' : percent === 0 ? 'crimes' : `residents:${percent},crimes:${crimes}`
  return { ...rest, by }
}

const MIGRATIONS: readonly Migration[] = [areaPicker, mixField]
