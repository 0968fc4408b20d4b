import { nearestPeers, type PeerFacts } from '@muster/shared/domain/areas/peers'
import { describe, expect, test } from 'vitest'

const area = (code: string, residents: number, crimes: number): PeerFacts => ({
  area: code,
  name: code,
  residents,
  crimes,
})

describe('peers', () => {
  const ours = area('OURS', 100, 100)

  test('are nearest in whichever of residents and crime differs more', () => {
    const near = area('NEAR', 110, 90)
    const lopsided = area('LOPSIDED', 100, 150)
    expect(nearestPeers(ours, [lopsided, near], 2).map((peer) => peer.area)).toEqual([
      'NEAR',
      'LOPSIDED',
    ])
    expect(nearestPeers(ours, [lopsided], 1)[0]?.apart).toBe(1.5)
  })

  test('count half as many and twice as many as equally far', () => {
    const [half, twice] = nearestPeers(ours, [area('A', 50, 100), area('B', 200, 100)], 2)
    expect(half?.apart).toBe(2)
    expect(twice?.apart).toBe(2)
  })

  test('leave out ours and areas of which something is unknown', () => {
    expect(nearestPeers(ours, [ours, area('NONE', 0, 100)], 3)).toEqual([])
  })
})
