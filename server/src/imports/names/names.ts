/**
 * Finds what a name in a file means. Nothing is guessed: a name is a code, a name or an alias of the
 * register, or an analyst's earlier choice, apart from case, spaces, punctuation, `&`, the words that
 * say what kind of area it is, and footnote digits. Anything else is answered by the nearest names.
 */
import type { Area, AreaType } from '@muster/shared/domain/areas/area'
import { liesIn } from '@muster/shared/domain/areas/tree'
import type { Metric } from '@muster/shared/domain/series/metric'
import { firstDay, lastDay } from '@muster/shared/domain/series/period'
import { nearestNames } from '../../reference/lookup.ts'
import type { AreaAlias, Register } from '../../reference/register.ts'
import { nameKey, spellings } from './name-spellings.ts'

export { nameKey } from './name-spellings.ts'

export type AreaContext = { type?: AreaType; date?: string }

export type Names = {
  /** The code of the one area that the text means, of this type and on this date if given. */
  area: (text: string, context?: AreaContext) => { code: string } | { nearest: string[] }
  metric: (text: string) => { id: string } | { nearest: string[] }
  /** The force that the register is about. */
  force: string
  areaOf: (code: string) => Area | undefined
  metricOf: (id: string) => Metric | undefined
  /** All areas of a type, or those that lie in the force that the register is about. */
  areasOf: (type: AreaType, where?: 'anywhere' | 'in the force') => readonly Area[]
}

export type ChosenName = { kind: string; alias: string; target: string }

/** An analyst's choice counts for more than the register. */
export const makeNames = (register: Register, choices: readonly ChosenName[]): Names => {
  const areas = makeAreaNames(
    [...register.areas.values()],
    register.aliases,
    choices.filter(({ kind, target }) => kind === 'area' && register.areas.has(target)),
  )
  return {
    area: areas,
    metric: makeMetricNames(
      [...register.metrics.values()],
      choices.filter(({ kind, target }) => kind === 'metric' && register.metrics.has(target)),
    ),
    force: register.force,
    areaOf: (code) => register.areas.get(code),
    metricOf: (id) => register.metrics.get(id),
    areasOf: (type, where = 'anywhere') =>
      [...register.areas.values()].filter(
        (area) =>
          area.type === type &&
          (where === 'anywhere' ||
            area.code === register.force ||
            liesIn(register, area, register.force)),
      ),
  }
}

type Entry = { code: string; type: AreaType; from: string; to: string }

const makeAreaNames = (
  areas: readonly Area[],
  aliases: readonly AreaAlias[],
  choices: readonly ChosenName[],
): Names['area'] => {
  const codes = new Map(areas.map((area) => [area.code.toLowerCase(), area.code]))
  const types = new Map(areas.map((area) => [area.code, area.type]))
  const chosen = new Map(choices.map(({ alias, target }) => [nameKey(alias), target]))
  const entries = new Map<string, Entry[]>()
  const add = (name: string, code: string, from = '', to = '') => {
    const type = types.get(code)
    if (type === undefined) return
    const key = nameKey(name)
    const list = entries.get(key) ?? []
    list.push({ code, type, from, to })
    entries.set(key, list)
  }
  for (const area of areas) add(area.name, area.code)
  for (const { alias, area, from, to } of aliases) add(alias, area, from, to)
  const shown = [
    ...areas.map(({ name, code }) => ({ name, code })),
    ...aliases.map(({ alias, area }) => ({ name: alias, code: area })),
  ]
  const names = new Map(areas.map(({ code, name }) => [code, name]))

  /** The surest reading first; a later one counts only where no earlier one fits. */
  const readingsOf = cached((text: string): readonly (readonly Entry[])[] => {
    const code = codes.get(text.trim().toLowerCase()) ?? chosen.get(nameKey(text))
    const type = code === undefined ? undefined : types.get(code)
    if (code !== undefined && type !== undefined) return [[{ code, type, from: '', to: '' }]]
    return spellings(text)
      .map(({ key, type }) => {
        const named = entries.get(key) ?? []
        if (type === undefined) return named
        // `NA BCU`: what is left without the word for its kind may be a code.
        const coded = codes.get(key)
        const both =
          coded === undefined
            ? named
            : [...named, { code: coded, type: types.get(coded), from: '', to: '' }]
        return both.filter((entry): entry is Entry => entry.type === type)
      })
      .filter((reading) => reading.length > 0)
  })

  const nearestOf = cached((type: string) => {
    const known = shown.filter(({ code }) => type === '' || types.get(code) === type)
    const allNames = known.map(({ name }) => name)
    return cachedNearest((text) => {
      const areasFound = nearestNames(text, allNames, 9).map(
        (name) => known.find((each) => each.name === name)?.code ?? '',
      )
      return [...new Set(areasFound)].slice(0, 3).map((code) => names.get(code) ?? code)
    })
  })

  return (text, { type, date } = {}) => {
    for (const reading of readingsOf(text)) {
      let fit: string | undefined
      for (const entry of reading) {
        if (type !== undefined && entry.type !== type) continue
        if (date !== undefined && !isOn(entry, date)) continue
        // Two areas of one name: the person must say which, by its code.
        if (fit !== undefined && fit !== entry.code)
          return { nearest: [fit, entry.code].map((code) => `${names.get(code)} (${code})`) }
        fit = entry.code
      }
      if (fit !== undefined) return { code: fit }
    }
    return { nearest: nearestOf(type ?? '')(text.trim()) }
  }
}

const isOn = ({ from, to }: Entry, date: string): boolean =>
  (from === '' || firstDay(from) <= lastDay(date)) && (to === '' || firstDay(date) <= lastDay(to))

const makeMetricNames = (
  metrics: readonly Metric[],
  choices: readonly ChosenName[],
): Names['metric'] => {
  const ids = new Map(metrics.map(({ id }) => [nameKey(id), id]))
  const chosen = new Map(choices.map(({ alias, target }) => [nameKey(alias), target]))
  const names = new Map<string, Set<string>>()
  for (const { id, name, short } of metrics)
    for (const key of [nameKey(name), nameKey(short)])
      names.set(key, (names.get(key) ?? new Set()).add(id))
  const nearest = cachedNearest((text) => {
    const near = nearestNames(
      text,
      metrics.flatMap(({ id, name }) => [id, name]),
      6,
    )
    const ofName = (name: string) =>
      metrics.find((metric) => metric.id === name || metric.name === name)?.id ?? name
    return [...new Set(near.map(ofName))].slice(0, 3)
  })
  return cached((text) => {
    const key = nameKey(text)
    const id = ids.get(key) ?? chosen.get(key)
    if (id !== undefined) return { id }
    const [only, other] = names.get(key) ?? []
    if (only !== undefined && other === undefined) return { id: only }
    if (only !== undefined && other !== undefined) return { nearest: [only, other] }
    return { nearest: nearest(text) }
  })
}

/** Files repeat the same few names a million times; a hostile one must not fill the memory. */
const cached = <Found>(find: (text: string) => Found): ((text: string) => Found) => {
  const found = new Map<string, Found>()
  return (text) => {
    const known = found.get(text)
    if (known !== undefined) return known
    if (found.size >= MOST_KEPT) found.clear()
    const fresh = find(text)
    found.set(text, fresh)
    return fresh
  }
}

/** Likeness costs a millisecond: after so many wrong names nobody reads suggestions any more. */
const cachedNearest = (find: (text: string) => string[]): ((text: string) => string[]) => {
  const found = new Map<string, string[]>()
  return (text) => {
    const known = found.get(text)
    if (known !== undefined) return known
    if (found.size >= MOST_SUGGESTED) return []
    const fresh = find(text)
    found.set(text, fresh)
    return fresh
  }
}

const MOST_KEPT = 20_000
const MOST_SUGGESTED = 1_000
