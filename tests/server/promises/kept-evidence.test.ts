/** What a verdict costs the second time: evidence is kept until the figures change, never longer. */

import { findChanges } from '@muster/server/changes/queries'
import { bumpDataVersion } from '@muster/server/platform/db/data-version'
import { findLedger, findPromises } from '@muster/server/promises/queries'
import { makeServices } from '@muster/server/services'
import type { PromiseSummary } from '@muster/shared/contract/promise'
import { afterAll, expect, test } from 'vitest'
import { openTestStore, TODAY } from '../../support/app.ts'

const { store, file, close } = openTestStore()
afterAll(close)

let asked = 0
const services = makeServices(
  {
    ...store,
    prepare: (sql) => {
      if (/from observation\s+where series in/.test(sql)) asked += 1
      return store.prepare(sql)
    },
  },
  { now: () => `${TODAY}T12:00:00.000Z`, databaseFile: file },
)

const askedBy = (work: () => unknown): number => {
  asked = 0
  work()
  return asked
}

test('figures are read once for verdicts on any number of days, and again when they change', () => {
  expect(askedBy(() => findPromises(services, {}))).toBeGreaterThan(200)
  expect(askedBy(() => findChanges(services, { since: '2024-03-03' }))).toBe(0)
  // The parts of a few wholes, for the sentences about them.
  expect(askedBy(() => findLedger(services, { at: '2025-05-05' }))).toBeLessThan(20)
  store.write((tx) => bumpDataVersion(tx, 'patch'))
  services.changed()
  expect(askedBy(() => findPromises(services, {}))).toBeGreaterThan(200)
})

test('evidence of a past day is not taken for that of another', () => {
  const statuses = (asOf: string) =>
    findLedger(services, { asOf }).promises.map(({ id, status }: PromiseSummary) => [id, status])
  const once = [statuses('2024-06-30'), statuses('2026-06-30'), statuses('2024-06-30')]
  expect(once[0]).toEqual(once[2])
  expect(once[0]).not.toEqual(once[1])
})
