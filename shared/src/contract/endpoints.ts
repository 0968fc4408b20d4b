/** All endpoints, once: routes, addresses, the OpenAPI document and the page of addresses. */
import { auditEndpoint, sessionEndpoint, tokensEndpoint, usersEndpoint } from './account.ts'
import * as accountCommands from './account-commands.ts'
import { areaProfileEndpoint } from './area-profile.ts'
import { changesCsvFile, changesEndpoint } from './change.ts'
import { coverageCsvFile, coverageEndpoint } from './coverage.ts'
import { API_ROOT, type Endpoint } from './endpoint.ts'
import {
  rankingsPngFile,
  rankingsSvgFile,
  seriesEmbedFile,
  seriesOdsFile,
  seriesPngFile,
  seriesSvgFile,
  seriesXlsxFile,
} from './export.ts'
import { fairShareEndpoint } from './fair-share.ts'
import { endpointsEndpoint, healthEndpoint, openApiEndpoint, readyEndpoint } from './health.ts'
import {
  aliasesEndpoint,
  fileLookEndpoint,
  importEndpoint,
  importsEndpoint,
  unknownNamesEndpoint,
} from './import.ts'
import * as importCommands from './import-commands.ts'
import { ledgerEndpoint } from './ledger.ts'
import { observationEndpoint } from './observation.ts'
import {
  promiseEndpoint,
  promisesCsvFile,
  promisesEndpoint,
  promisesIcsFile,
  requestEndpoint,
} from './promise.ts'
import * as promiseCommands from './promise-commands.ts'
import { rankingsCsvFile, rankingsEndpoint } from './ranking.ts'
import { areasEndpoint, metricsEndpoint, placeEndpoint, sourcesEndpoint } from './register.ts'
import { reviewDraftEndpoint, reviewEndpoint, reviewFiles, reviewsEndpoint } from './review.ts'
import * as reviewCommands from './review-commands.ts'
import { seriesCsvFile, seriesEndpoint } from './series.ts'

export const ENDPOINTS = [
  placeEndpoint,
  areasEndpoint,
  metricsEndpoint,
  sourcesEndpoint,
  seriesEndpoint,
  seriesCsvFile,
  rankingsEndpoint,
  rankingsCsvFile,
  observationEndpoint,
  coverageEndpoint,
  coverageCsvFile,
  areaProfileEndpoint,
  fairShareEndpoint,
  changesEndpoint,
  changesCsvFile,
  seriesXlsxFile,
  seriesOdsFile,
  seriesSvgFile,
  seriesPngFile,
  rankingsSvgFile,
  rankingsPngFile,
  seriesEmbedFile,
  ledgerEndpoint,
  promisesEndpoint,
  promisesCsvFile,
  promisesIcsFile,
  promiseEndpoint,
  requestEndpoint,
  ...Object.values(promiseCommands),
  reviewsEndpoint,
  reviewEndpoint,
  ...Object.values(reviewFiles),
  reviewDraftEndpoint,
  ...Object.values(reviewCommands),
  importsEndpoint,
  importEndpoint,
  aliasesEndpoint,
  unknownNamesEndpoint,
  fileLookEndpoint,
  ...Object.values(importCommands),
  sessionEndpoint,
  usersEndpoint,
  tokensEndpoint,
  auditEndpoint,
  ...Object.values(accountCommands),
  healthEndpoint,
  readyEndpoint,
  endpointsEndpoint,
  openApiEndpoint,
] as const satisfies readonly Endpoint[]

type Known = (typeof ENDPOINTS)[number]

/** The read at a path, for those who make addresses: a path that is none does not compile. */
export type ReadAt<Path extends ReadPath> = Extract<Known, { method: 'GET'; path: Path }>
export type ReadPath = Extract<Known, { method: 'GET' }>['path']

/** Is this an answer that depends on who asks? It must never be kept by its address. */
export const isPrivateAddress = (address: string): boolean =>
  PRIVATE.some((pattern) => pattern.test(address))

const PRIVATE = ENDPOINTS.filter(({ method, kept }) => method === 'GET' && kept === 'personal').map(
  ({ path }) => new RegExp(`^${API_ROOT}${path.replace(/:\w+/g, '[^/?]+')}(?![\\w-])`),
)
