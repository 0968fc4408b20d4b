import {
  areasEndpoint,
  metricsEndpoint,
  type Place,
  placeEndpoint,
  type Source,
  sourcesEndpoint,
} from '@muster/shared/contract/register'
import { AreaType } from '@muster/shared/domain/areas/area'
import { Basis } from '@muster/shared/domain/series/observation'
import type { Routes } from '../platform/http/http-services.ts'
import { declareRead } from '../platform/http/route.ts'
import { nextDueOf } from './due.ts'
import type { Knowledge } from './knowledge.ts'
import { oursAndParts, type Register } from './register.ts'
import { findSourceFacts } from './source-facts.ts'

export const registerRoutes = (routes: Routes, services: Knowledge): void => {
  declareRead(routes, areasEndpoint, ({ query }) =>
    [...services.register().areas.values()].filter(
      (area) => query.type === undefined || area.type === query.type,
    ),
  )
  declareRead(routes, metricsEndpoint, () => [...services.register().metrics.values()])
  declareRead(routes, sourcesEndpoint, () => findSources(services))
  declareRead(routes, placeEndpoint, () => findPlace(services))
}

const findSources = (services: Knowledge): Source[] => {
  const register = services.register()
  const facts = findSourceFacts(services.store)
  return [...register.sources.values()].map((row) => ({
    id: row.id,
    title: row.title,
    publisher: row.publisher,
    url: row.url,
    licence: row.licence,
    kind: row.kind,
    cadence: row.cadence,
    lag: row.lag,
    nextDue: nextDueOf(register, row),
    trust: row.trust,
    covers: row.covers,
    lacks: row.lacks,
    lastRelease: facts.get(row.id)?.last ?? null,
    releases: facts.get(row.id)?.releases ?? 0,
    observations: facts.get(row.id)?.observations ?? 0,
  }))
}

const findPlace = (services: Knowledge): Place => {
  const register = services.register()
  const words = [...register.place].filter(
    ([key]) => key.startsWith('word.') || key === 'force_short' || key === 'licence_note',
  )
  return {
    title: register.place.get('title') ?? 'Muster',
    demonstration: register.place.get('demonstration') ?? null,
    force: register.force,
    ours: [...register.ours],
    oursAndParts: oursAndParts(register),
    words: Object.fromEntries(words.map(([key, value]) => [key.replace('word.', ''), value])),
    headline: headlineOf(register),
    today: services.today(),
    dataVersion: register.dataVersion,
  }
}

const headlineOf = (register: Register): Place['headline'] => ({
  metric: register.place.get('headline_metric') ?? 'officers',
  basis: Basis.catch('fte').parse(register.place.get('headline_basis')),
  areaType: AreaType.catch('bcu').parse(register.place.get('headline_area_type')),
})
