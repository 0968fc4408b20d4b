/** Failed sign-ins by network address, in memory: slows one machine that tries many names. */
import { isIPv6 } from 'node:net'
import { later, MINUTE } from './time.ts'

export type AddressLimit = {
  /** Counts one try; false when there were too many. */
  take: (address: string, now: string) => boolean
  /** The try was a success: it does not count. */
  giveBack: (address: string) => void
  size: () => number
}

/** @param remembered So many addresses at most; then the oldest is forgotten. */
export const makeAddressLimit = (remembered = 10_000): AddressLimit => {
  const tries = new Map<string, { count: number; until: string }>()
  return {
    take: (address, now) => {
      const network = networkOf(address)
      const known = tries.get(network)
      if (known !== undefined && known.until > now) {
        if (known.count >= MOST_TRIES) return false
        known.count += 1
        return true
      }
      tries.delete(network)
      tries.set(network, { count: 1, until: later(now, WINDOW) })
      for (const oldest of tries.keys()) {
        if (tries.size <= remembered) break
        tries.delete(oldest)
      }
      return true
    },
    giveBack: (address) => {
      const known = tries.get(networkOf(address))
      if (known !== undefined) known.count -= 1
    },
    size: () => tries.size,
  }
}

/** One household or office has a whole /64 of IPv6 addresses. */
const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? []
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':').toLowerCase()
}

const MOST_TRIES = 20
const WINDOW = 10 * MINUTE
