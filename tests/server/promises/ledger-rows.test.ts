import { expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'
import { CLIENT_DIST } from '../../support/browser.ts'

const { get } = await openTestApp({ clientDist: CLIENT_DIST })

test('the gap of a share is told in percentage points on the first page, never in per cent', async () => {
  const { body } = await get('/')
  const gaps = [
    ...body.matchAll(/data-label="Gap"[^>]*>([^<]*)<!-- --> *<span class="note">([^<]*)</g),
  ]
  const units = gaps.map(([, , unit = '']) => unit)
  expect(units).toContain('points')
  expect(units).not.toContain('percent')
})
