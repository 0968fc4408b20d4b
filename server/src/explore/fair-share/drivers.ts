/** Residents and recorded crime of ours and of the whole, for the date of a figure. */
import type { Area } from '@muster/shared/domain/areas/area'
import { DRIVERS, type Driver } from '@muster/shared/domain/areas/fair-share'
import { breaksOf } from '@muster/shared/domain/series/break'
import { crimesOn, type Denominator, residentsOn } from '@muster/shared/domain/series/rate'
import { findDenominators } from '../../figures/figures.ts'
import type { Knowledge } from '../../reference/knowledge.ts'

export type KnownDriver = {
  driver: Driver
  ours: number
  whole: number
  label: string
  observation: string
  wholeObservation: string
}

/** The drivers that are known on the date for ours and for every area of the whole. */
export type DriversOn = (date: string) => ReadonlyMap<Driver, KnownDriver>

/** Figures are read once; the answer asks for several dates. */
export const findDrivers = (
  services: Knowledge,
  area: Area,
  beside: readonly Area[],
  asOf: string | undefined,
): DriversOn => {
  const register = services.register()
  const below = (key: 'population_metric' | 'crime_metric') =>
    findDenominators(services.store, register, key, { areas: beside, asOf })
  const points = { residents: below('population_metric'), crimes: below('crime_metric') }
  const breaks = breaksOf(register.marks, { metrics: [register.place.get('crime_metric') ?? ''] })
  const on = (driver: Driver, code: string, date: string): Denominator => {
    const own = points[driver].get(code) ?? []
    return driver === 'residents' ? residentsOn(own, date) : crimesOn(own, date, breaks)
  }
  return (date) =>
    new Map(
      DRIVERS.flatMap((driver): [Driver, KnownDriver][] => {
        const found = beside.map(({ code }) => ({ code, at: on(driver, code, date) }))
        const known = found.flatMap(({ code, at }) => ('missing' in at ? [] : [{ code, ...at }]))
        const mine = known.find(({ code }) => code === area.code)
        // Another year or window for one of them would tilt the share.
        const same = known.every(({ label }) => label === mine?.label)
        if (mine === undefined || known.length < beside.length || !same) return []
        return [
          [
            driver,
            {
              driver,
              ours: mine.value,
              whole: known.reduce((sum, { value }) => sum + value, 0),
              label: mine.label,
              observation: mine.observation,
              wholeObservation: known.map(({ observation }) => observation).join('+'),
            },
          ],
        ]
      }),
    )
}
