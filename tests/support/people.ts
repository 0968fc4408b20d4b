/** People with accounts in a test app, as the headers that their browsers send. */
import { acceptInvitation, addUser } from '@muster/server/accounts/invitations'
import type { Role } from '@muster/shared/domain/permission'
import type { TestApp } from './app.ts'

const HOST = 'muster.test'

export type Person = { host: string; origin: string; cookie: string }

/** Makes an account and signs it in. */
export const signUp = async (
  { store, services }: Pick<TestApp, 'store' | 'services'>,
  name: string,
  role: Role,
): Promise<Person> => {
  const token = addUser(store, name, role, services.now()).split('#')[1] ?? ''
  const secret = await acceptInvitation(services, { token, password: 'correct horse battery' })
  return { host: HOST, origin: `http://${HOST}`, cookie: `muster_session=${secret}` }
}
