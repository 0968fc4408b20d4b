/** Finds what a parameter names, or refuses it by name with what would be accepted. */
import { ProblemError } from '@muster/shared/contract/problem'
import type { Area, AreaType } from '@muster/shared/domain/areas/area'
import type { Metric } from '@muster/shared/domain/series/metric'
import type { Basis } from '@muster/shared/domain/series/observation'
import type { Register } from './register.ts'

export const findMetric = (register: Register, id: string): Metric => {
  const metric = register.metrics.get(id)
  if (metric !== undefined) return metric
  throw new ProblemError(
    'unknown-metric',
    sentences(
      `There is no metric “${short(id)}”.`,
      nearest(id, [...register.metrics.keys()]),
      '/api/v1/metrics lists them.',
    ),
    [{ pointer: '/metric', detail: `Accepted: ${[...register.metrics.keys()].join(', ')}.` }],
  )
}

/** The basis asked for, or the only one; where there are several, one must be chosen. */
export const findBasis = (metric: Metric, basis: Basis | undefined): Basis => {
  const accepted = `Accepted for ${metric.id}: ${metric.bases.join(', ')}.`
  if (basis !== undefined && metric.bases.includes(basis)) return basis
  const [only] = metric.bases
  if (basis === undefined && only !== undefined && metric.bases.length === 1) return only
  throw new ProblemError(
    'unknown-basis',
    basis === undefined
      ? `${metric.name} are counted on several bases, which are never mixed: choose one. ${accepted}`
      : `${metric.name} are not counted on the basis “${basis}”. ${accepted}`,
    [{ pointer: '/basis', detail: accepted }],
  )
}

export const findAreas = (
  register: Register,
  codes: readonly string[] | undefined,
  type: AreaType | undefined,
): Area[] => {
  if (codes !== undefined && type !== undefined)
    throw new ProblemError('bad-request', 'Give either areas or areaType, not both.', [
      { pointer: '/areaType', detail: 'Give either areas or areaType, not both.' },
    ])
  if (type !== undefined) return [...register.areas.values()].filter((area) => area.type === type)
  if (codes === undefined || codes.length === 0)
    throw new ProblemError('bad-request', 'Say which areas: areas=A,B or areaType=bcu.', [
      { pointer: '/areas', detail: 'A comma list of area codes is needed, or areaType.' },
    ])
  return [...new Set(codes)].map((code) => findArea(register, code, '/areas'))
}

export const findArea = (register: Register, code: string, pointer: string): Area => {
  const area = register.areas.get(code)
  if (area !== undefined) return area
  const byName = [...register.areas.values()].find(
    (candidate) => candidate.name.toLowerCase() === code.toLowerCase(),
  )
  const hint =
    byName === undefined
      ? nearest(code, [...register.areas.keys()])
      : `The code of ${byName.name} is ${byName.code}.`
  throw new ProblemError(
    'unknown-area',
    sentences(
      `There is no area with the code “${short(code)}”.`,
      hint,
      '/api/v1/areas lists them.',
    ),
    [{ pointer, detail: hint === '' ? 'Not the code of an area.' : hint }],
  )
}

export const findSource = (register: Register, id: string | undefined): string | undefined => {
  if (id === undefined || register.sources.has(id)) return id
  throw new ProblemError(
    'unknown-source',
    sentences(
      `There is no source “${short(id)}”.`,
      nearest(id, [...register.sources.keys()]),
      '/api/v1/sources lists them.',
    ),
    [{ pointer: '/source', detail: 'Not the id of a source.' }],
  )
}

const sentences = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' ')

/** Up to three known names that share the most letter pairs with the wrong one. */
export const nearestNames = (wrong: string, known: readonly string[], most = 3): string[] => {
  const pairs = pairsOf(wrong)
  return known
    .map((name) => ({ name, score: likeness(pairs, pairsOf(name)) }))
    .filter(({ score }) => score > 0.2)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ name }) => name)
}

const nearest = (wrong: string, known: readonly string[]): string => {
  const names = nearestNames(wrong, known)
  return names.length === 0 ? '' : `Did you mean ${names.join(', ')}?`
}

const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared += 1
  return (2 * shared) / (a.size + b.size || 1)
}

const pairsOf = (name: string): Set<string> => {
  const text = ` ${name.toLowerCase()} `
  return new Set(
    Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2)),
  )
}

const short = (text: string): string => text.slice(0, 80)
