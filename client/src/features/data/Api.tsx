import { ENDPOINTS } from '@muster/shared/contract/endpoints'
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
    {TAGS.map((tag) => (
      <section key={tag}>
        <h2>{tag}</h2>
        <ScrollBox name={`Addresses: ${tag}`}>
          <table>
            <caption className="visually-hidden">{tag}</caption>
            <thead>
              <tr>
                <th scope="col">Address</th>
                <th scope="col">Gives or does</th>
              </tr>
            </thead>
            <tbody>
              {ENDPOINTS.filter((each) => each.tag === tag).map(
                ({ id, method, root, path, summary }) => (
                  <tr key={id}>
                    <th scope="row">
                      <code>{`${method === 'GET' ? '' : `${method} `}${root}${path}`}</code>
                    </th>
                    <td>{summary}</td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </ScrollBox>
      </section>
    ))}
  </Page>
)

const TAGS = [...new Set(ENDPOINTS.map(({ tag }) => tag))]
