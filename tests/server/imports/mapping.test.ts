/** A file of no known layout: looked into, explained, previewed, kept for next time. */
import type { FileLook, FileMapping, Import, MappingPreview } from '@muster/shared/contract/import'
import type { SeriesReply } from '@muster/shared/contract/series'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'
import { importDoor, signedIn } from '../../support/import-door.ts'

const site = await openTestApp()
const ana = importDoor(site, await signedIn(site, 'Ana', 'editor'))
const rob = importDoor(site, await signedIn(site, 'Rob', 'reader'))

const HARINGEY = 'E09000014'
const RETURN = (month: string) =>
  [
    'Ward strength return',
    'Place,Month,In post,Remarks',
    `Haringey,${month},640,`,
    `Enfield,${month},612.5,`,
    `Barnet,${month},..,late`,
  ].join('\n')

const MAPPING: FileMapping = {
  sheet: '',
  headingRow: 2,
  columns: { area: 1, date: 2, value: 3, note: 4 },
  constants: { metric: 'officers', basis: 'fte', trust: 'secondary' },
  missingMarks: { '..': 'x' },
}

describe('a file of no known layout', { timeout: 60_000 }, () => {
  test('shows its first rows to an editor, and to nobody else', async () => {
    const stopped = await ana.check('mps-ward-officers-mean', RETURN('2026-01'))
    expect(stopped.stops.map(({ code }) => code)).toEqual(['unknown-layout'])
    const look = (await ana.get(`/imports/${stopped.id}/mapping`)).json<FileLook>()
    expect(look.mapping).toBeNull()
    expect(look.sheets[0]?.rows[1]).toEqual({
      row: 2,
      cells: ['Place', 'Month', 'In post', 'Remarks'].map((text, index) => ({
        column: index + 1,
        text,
      })),
    })
    for (const path of ['mapping', 'mapping/preview'])
      expect(
        (await rob.post(`/imports/${stopped.id}/${path}`, { mapping: MAPPING })).statusCode,
      ).toBe(403)
    expect((await rob.get(`/imports/${stopped.id}/mapping`)).statusCode).toBe(403)
    expect((await site.get(`/api/v1/imports/${stopped.id}/mapping`)).statusCode).toBe(401)
  })

  test('previews a mapping without keeping anything, faults and all', async () => {
    const stopped = await ana.check('mps-ward-officers-mean', RETURN('2026-01'))
    const preview = async (changes: Partial<FileMapping>) =>
      (
        await ana.post(`/imports/${stopped.id}/mapping/preview`, {
          mapping: { ...MAPPING, ...changes },
        })
      ).json<MappingPreview>()
    const whole = await preview({})
    expect(
      whole.figures.map(({ where, areaName, date, value, missing }) => [
        where,
        areaName,
        date,
        value,
        missing,
      ]),
    ).toEqual([
      ['C3', 'Haringey', '2026-01', 640, null],
      ['C4', 'Enfield', '2026-01', 612.5, null],
      ['C5', 'Barnet', '2026-01', null, 'x'],
    ])
    expect(whole.findings).toEqual([])
    const unmarked = await preview({ missingMarks: {} })
    expect(unmarked.findings.map(({ cell }) => cell)).toEqual(['C5'])
    expect((await ana.get(`/imports/${stopped.id}`)).json<Import>().state).toBe('stopped')
    expect((await ana.get(`/imports/${stopped.id}/mapping`)).json<FileLook>().mapping).toBeNull()
  })

  test('is read as it was explained, and so is the next file of the same source by itself', async () => {
    const stopped = await ana.check('mps-ward-officers-mean', RETURN('2026-02'))
    const mapped = (
      await ana.post(`/imports/${stopped.id}/mapping`, { mapping: MAPPING })
    ).json<Import>()
    expect(mapped).toMatchObject({ id: stopped.id, state: 'checked', layout: 'mapped' })
    expect(mapped.diff.added).toBe(3)
    const ticks = [...new Set(mapped.ticks.map(({ code }) => code))]
    await ana.post(`/imports/${mapped.id}/commit`, {
      ticks: ticks.map((code) => ({ code, reason: 'As agreed' })),
    })
    const { series } = await site.json<SeriesReply>(
      `/series?metric=officers&basis=fte&areas=${HARINGEY}&source=mps-ward-officers-mean`,
    )
    expect(series[0]?.points).toMatchObject([{ date: '2026-02', value: 640, trust: 'secondary' }])
    const next = await ana.check('mps-ward-officers-mean', RETURN('2026-03'))
    expect(next).toMatchObject({ state: 'checked', layout: 'mapped' })
    const elsewhere = await ana.check('ward-boundaries', RETURN('2026-03'))
    expect(elsewhere.stops.map(({ code }) => code)).toEqual(['unknown-layout'])
  })

  test('with other headings over the same columns is not read as the one that was explained', async () => {
    const other = RETURN('2026-07').replace('In post', 'Budgeted')
    const stopped = await ana.check('mps-ward-officers-mean', other)
    expect(stopped).toMatchObject({ state: 'stopped', layout: null })
    expect(stopped.stops.map(({ code }) => code)).toEqual(['unknown-layout'])
    const look = (await ana.get(`/imports/${stopped.id}/mapping`)).json<FileLook>()
    expect(look.mapping).toEqual(MAPPING)
  })

  test('explained otherwise between check and commit refuses the commit', async () => {
    const checked = await ana.check('mps-ward-officers-mean', RETURN('2026-04'))
    expect(checked.layout).toBe('mapped')
    const other = await ana.check('mps-ward-officers-mean', RETURN('2026-05'))
    await ana.post(`/imports/${other.id}/mapping`, {
      mapping: { ...MAPPING, constants: { ...MAPPING.constants, basis: 'headcount' } },
    })
    const body = { ticks: checked.ticks.map(({ code }) => ({ code, reason: 'As agreed' })) }
    expect((await ana.post(`/imports/${checked.id}/commit`, body)).statusCode).toBe(409)
  })

  test('never takes the place of a layout that is known', async () => {
    const strength =
      'Date,Police Officer Strength,Police Staff Strength,PCSO Strength\nJul-26,31011,11500,1366'
    const stopped = await ana.check('mps-ward-officers-mean', strength)
    expect(stopped.stops.map(({ code }) => code)).toEqual(['other-source'])
  })

  test('with a mapping that makes no sense is refused by name', async () => {
    const { id } = await ana.check('mps-ward-officers-mean', RETURN('2026-06'))
    const wrong = { ...MAPPING, columns: { area: 1 } }
    const refused = await ana.post(`/imports/${id}/mapping`, { mapping: wrong })
    expect(refused.statusCode).toBe(400)
  })
})
