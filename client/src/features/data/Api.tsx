import { areaProfileEndpoint } from '@muster/shared/contract/area-profile'
import { changesEndpoint } from '@muster/shared/contract/change'
import { coverageEndpoint } from '@muster/shared/contract/coverage'
import { API_ROOT, type Endpoint } from '@muster/shared/contract/endpoint'
import { fairShareEndpoint } from '@muster/shared/contract/fair-share'
import { ledgerEndpoint } from '@muster/shared/contract/ledger'
import { observationEndpoint } from '@muster/shared/contract/observation'
import { promiseEndpoint, promisesEndpoint, requestEndpoint } from '@muster/shared/contract/promise'
import { rankingsEndpoint } from '@muster/shared/contract/ranking'
import {
  areasEndpoint,
  metricsEndpoint,
  placeEndpoint,
  sourcesEndpoint,
} from '@muster/shared/contract/register'
import { reviewEndpoint, reviewsEndpoint } from '@muster/shared/contract/review'
import { seriesEndpoint } from '@muster/shared/contract/series'
import { OPENAPI_ADDRESS } from '../../api/addresses.ts'
import { Page } from '../../ui/Page.tsx'
import { ScrollBox } from '../../ui/ScrollBox.tsx'

export const Api = () => (
  <Page
    title="API"
    crumbs={[{ name: 'Data', href: '/data' }]}
    description="Every figure here, by address, as JSON or CSV."
  >
    <h1>The same figures, for programs</h1>
    <p>
      Everything on these pages can be asked by address, without an account. Answers are JSON; where
      it says so, <code>.csv</code> after the path gives the same rows as a file. Each answer has an
      ETag, and an unchanged one costs nothing.
    </p>
    <p>
      <a href={OPENAPI_ADDRESS} target="_self">
        The whole description, as OpenAPI 3.1
      </a>
    </p>
    <ScrollBox name="Addresses of the API">
      <table>
        <caption>Addresses</caption>
        <thead>
          <tr>
            <th scope="col">Address</th>
            <th scope="col">Gives</th>
            <th scope="col">CSV</th>
          </tr>
        </thead>
        <tbody>
          {ENDPOINTS.map(({ path, summary, csv }) => (
            <tr key={path}>
              <th scope="row">
                <code>{API_ROOT + path}</code>
              </th>
              <td>{summary}</td>
              <td>{csv ? 'yes' : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  </Page>
)

/** The only place in the client that needs endpoints as values: their words. */
const ENDPOINTS: readonly Pick<Endpoint, 'path' | 'summary' | 'csv'>[] = [
  placeEndpoint,
  areasEndpoint,
  metricsEndpoint,
  sourcesEndpoint,
  seriesEndpoint,
  rankingsEndpoint,
  observationEndpoint,
  coverageEndpoint,
  areaProfileEndpoint,
  fairShareEndpoint,
  ledgerEndpoint,
  promisesEndpoint,
  promiseEndpoint,
  requestEndpoint,
  changesEndpoint,
  reviewsEndpoint,
  reviewEndpoint,
]
