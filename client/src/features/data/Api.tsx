import type { EndpointRow } from '@muster/shared/contract/health'
import { endpointsAddress, OPENAPI_ADDRESS } from '../../api/addresses.ts'
import { useReply } from '../../api/queries.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Page } from '../../ui/Page.tsx'
import { Table } from '../../ui/Table.tsx'

export const Api = () => (
  <Page
    title="API"
    crumbs={[{ name: 'Data', href: '/data' }]}
    description="Every figure here, by address, as JSON or as a file."
  >
    <h1>The same figures, for programs</h1>
    <p>
      Everything on these pages can be asked by address. Answers are JSON or, by the ending of the
      address, a file. Each answer has an ETag, and an unchanged one costs nothing. What changes
      something needs an account: a session, or an API token in the header{' '}
      <code>Authorization: Bearer</code>.
    </p>
    <p>
      <a href={OPENAPI_ADDRESS} target="_self">
        The whole description, as OpenAPI 3.1
      </a>
    </p>
    <Answered answer={useReply(endpointsAddress())}>
      {(rows) =>
        [...Map.groupBy(rows, ({ tag }) => tag)].map(([tag, own]) => (
          <section key={tag}>
            <h2>{tag}</h2>
            <Table
              name={`Addresses: ${tag}`}
              rows={own}
              keyOf={({ id }) => id}
              columns={[
                { head: 'Address', cell: (row) => <code>{addressOf(row)}</code> },
                { head: 'Gives or does', cell: ({ summary }) => summary },
              ]}
            />
          </section>
        ))
      }
    </Answered>
  </Page>
)

const addressOf = ({ method, address }: EndpointRow): string =>
  method === 'GET' ? address : `${method} ${address}`
