/** The door of imports as an editor's program and an editor's browser use it. */
import { acceptInvitation, addUser } from '@muster/server/accounts/invitations'
import type { Import } from '@muster/shared/contract/import'
import type { Role } from '@muster/shared/domain/permission'
import type { LightMyRequestResponse } from 'fastify'
import type { TestApp } from './app.ts'

export const PASSWORD = 'correct horse battery'

type Person = { cookie: string; origin: string; host: string }

export const signedIn = async (
  { store, services }: TestApp,
  name: string,
  role: Role,
): Promise<Person> => {
  const token = addUser(store, name, role, services.now()).split('#')[1] ?? ''
  const secret = await acceptInvitation(services, { token, password: PASSWORD })
  return {
    cookie: `muster_session=${secret}`,
    origin: 'http://muster.test',
    host: 'muster.test',
  }
}

/** The body of an upload and its headers, as a browser writes them. */
export const uploadOf = (source: string, text: string, fileName = 'figures.csv') => {
  const boundary = 'x-muster-test'
  const part = (head: string, body: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${part('name="source"', source)}${part(`name="file"; filename="${fileName}"`, text)}${part('name="published"', '')}--${boundary}--\r\n`,
  }
}

type Answer = Promise<LightMyRequestResponse>

type ImportDoor = {
  /** Below `/api/v1`. */
  post: (url: string, payload?: unknown) => Answer
  get: (url: string) => Answer
  check: (source: string, text: string) => Promise<Import>
  /** A plain form of the page of an import, made on the import as the page shows it now. */
  form: (url: string, fields: readonly (readonly [string, string])[]) => Answer
}

export const importDoor = ({ app }: TestApp, person: Person): ImportDoor => {
  const post: ImportDoor['post'] = (url, payload = {}) =>
    app.inject({
      method: 'POST',
      url: `/api/v1${url}`,
      headers: person,
      payload: payload as object,
    })
  const get: ImportDoor['get'] = (url) => app.inject({ url: `/api/v1${url}`, headers: person })
  return {
    post,
    get,
    check: async (source, text) => {
      const { headers, payload } = uploadOf(source, text)
      const response = await app.inject({
        method: 'POST',
        url: '/api/v1/imports',
        headers: { ...headers, ...person },
        payload,
      })
      if (response.statusCode !== 201) throw new Error(response.body)
      return response.json<Import>()
    },
    form: async (url, fields) =>
      app.inject({
        method: 'POST',
        url: `${url}?version=${(await get(url.slice(0, url.lastIndexOf('/')))).json<Import>().version}`,
        headers: { ...person, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
      }),
  }
}
