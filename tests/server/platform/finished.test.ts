import { finishedAnswers } from '@muster/server/platform/http/finished'
import { singleFlight } from '@muster/server/platform/http/single-flight'
import { describe, expect, test } from 'vitest'

const answer = (size: number) => ({
  type: 'application/json',
  status: 200,
  bytes: Buffer.alloc(size, 'a'),
})

describe('finished answers', () => {
  test('let go of the longest unused when they grow over their limit', () => {
    const finished = finishedAnswers(3_000)
    for (const name of ['/a', '/b', '/c']) finished.put(name, '1', answer(1_000))
    finished.get('/a', '1')
    finished.put('/d', '1', answer(1_000))
    expect(['/a', '/b', '/c', '/d'].map((name) => finished.get(name, '1') !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ])
  })

  test('count their compressed bytes towards the limit', () => {
    const finished = finishedAnswers(2_010)
    finished.put('/a', '1', answer(1_000))
    const second = finished.put('/b', '1', answer(1_000))
    expect(finished.get('/a', '1')).toBeDefined()
    finished.get('/b', '1')
    expect(finished.pack('/b', '1', second, 'gzip').bytes.length).toBeGreaterThan(10)
    expect(finished.get('/a', '1')).toBeUndefined()
  })

  test('keep the newest even when it alone is over the limit', () => {
    const finished = finishedAnswers(100)
    finished.put('/a', '1', answer(1_000))
    expect(finished.get('/a', '1')).toBeDefined()
  })

  test('of another data version are gone', () => {
    const finished = finishedAnswers(3_000)
    finished.put('/a', '1', answer(10))
    finished.put('/b', '2', answer(10))
    expect([finished.get('/a', '1'), finished.get('/a', '2')]).toEqual([undefined, undefined])
  })

  test('are compressed once in each encoding', () => {
    const finished = finishedAnswers(10_000)
    const kept = finished.put('/a', '1', answer(5_000))
    expect(finished.pack('/a', '1', kept, 'br')).toBe(finished.pack('/a', '1', kept, 'br'))
    expect(finished.pack('/a', '1', kept, 'identity').bytes).toBe(kept.bytes)
  })
})

describe('work that two ask for at the same time', () => {
  test('is done once, and again when it is asked for later', async () => {
    const once = singleFlight<number>()
    let made = 0
    const make = async () => {
      await Promise.resolve()
      made += 1
      return made
    }
    expect(await Promise.all([once('a', make), once('a', make), once('b', make)])).toEqual([
      1, 1, 2,
    ])
    expect(await once('a', make)).toBe(3)
  })

  test('fails for both and is tried anew by the next', async () => {
    const once = singleFlight<string>()
    const fails = () => Promise.reject(new Error('no'))
    const both = await Promise.allSettled([once('a', fails), once('a', fails)])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await once('a', async () => 'yes')).toBe('yes')
  })
})
