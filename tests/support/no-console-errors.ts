/** A warning or an error on the console is a failure: nobody reads it otherwise. */
import { afterEach, beforeEach, expect, vi } from 'vitest'

beforeEach(() => {
  vi.spyOn(console, 'error')
  vi.spyOn(console, 'warn')
})

afterEach(() => {
  for (const level of ['error', 'warn'] as const) {
    const spy = vi.mocked(console[level])
    const calls = spy.mock?.calls ?? []
    spy.mockRestore?.()
    expect(calls, `console.${level} was called`).toEqual([])
  }
})
