/**
 * Passwords as scrypt hashes with their parameters: `$scrypt$ln=16,r=8,p=2$salt$hash`.
 *
 * One hash takes 128 · N · r bytes (64 MB) while it is made, so they are made one after the other:
 * signing in never takes more memory than that, and leaves the other threads to everything else.
 */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { ProblemError } from '@muster/shared/contract/problem'
import { SignInFault } from './sign-in-fault.ts'

/** N = 2^ln. */
export type ScryptCost = { ln: number; r: number; p: number }

type Derive = (password: string, salt: Buffer, options: ScryptOptions) => Promise<Buffer>

export type Passwords = {
  hash: (password: string) => Promise<string>
  /** Takes as long for no stored password (null) as for one. */
  matches: (stored: string | null, password: string) => Promise<boolean>
}

/** @param derive Node's scrypt, off the event loop; an argument so that tests can count it. */
export const makePasswords = (
  cost: ScryptCost = OWASP_COST,
  derive: Derive = nodeScrypt,
): Passwords => {
  const inTurn = makeQueue()
  const keyOf = (password: string, { ln, r, p }: ScryptCost, salt: Buffer): Promise<Buffer> =>
    inTurn(() =>
      derive(password.normalize('NFKC'), salt, {
        N: 2 ** ln,
        r,
        p,
        // Node's own limit of 32 MB is below what these parameters need.
        maxmem: 128 * 2 ** ln * r + 128 * r * p + 1024 * 1024,
      }),
    )
  const nobodys = { cost, salt: randomBytes(SALT_BYTES), key: randomBytes(KEY_BYTES) }
  return {
    hash: async (password) => {
      const salt = randomBytes(SALT_BYTES)
      return format(cost, salt, await keyOf(password, cost, salt))
    },
    matches: async (stored, password) => {
      const kept = stored === null ? null : parse(stored)
      const { cost: its, salt, key } = kept ?? nobodys
      const found = await keyOf(password, its, salt)
      return timingSafeEqual(found, key) && kept !== null
    },
  }
}

/** The schema has seen to the length; what is left is that the password is not the name. */
export const refusePassword = (password: string, name: string): void => {
  const folded = password.normalize('NFKC').toLowerCase()
  const its = name.normalize('NFKC').toLowerCase()
  if (its.length >= 3 && folded.includes(its))
    throw new SignInFault('bad-request', 'bad-password', [
      { pointer: '/password', detail: 'The password must not contain your name.' },
    ])
}

const makeQueue = () => {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (waiting >= MOST_WAITING)
      return Promise.reject<Result>(new SignInFault('too-many-requests', 'busy'))
    waiting += 1
    const turn = last.then(work).finally(() => {
      waiting -= 1
    })
    last = turn.catch(() => undefined)
    return turn
  }
}

const nodeScrypt: Derive = (password, salt, options) =>
  new Promise((resolve, reject) => {
    scrypt(password, salt, KEY_BYTES, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })

const format = ({ ln, r, p }: ScryptCost, salt: Buffer, key: Buffer): string =>
  `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64')}$${key.toString('base64')}`

const parse = (stored: string): { cost: ScryptCost; salt: Buffer; key: Buffer } => {
  const [, ln, r, p, salt = '', key = ''] =
    /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored) ?? []
  const bytes = Buffer.from(key, 'base64')
  if (bytes.length !== KEY_BYTES)
    throw new ProblemError('internal', 'A stored password cannot be read.')
  return {
    cost: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    key: bytes,
  }
}

/** OWASP's first choice for scrypt. */
const OWASP_COST: ScryptCost = { ln: 16, r: 8, p: 2 }
const SALT_BYTES = 16
const KEY_BYTES = 32
/** At about 0.4 s each nobody waits longer than some 8 s. */
const MOST_WAITING = 20
