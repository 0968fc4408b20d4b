/** The template as a download, and the findings of an import as a file. */
import { readFile } from '@muster/server/files/read-file'
import { describe, expect, test } from 'vitest'
import { openTestApp } from '../../support/app.ts'
import { importDoor, signedIn } from '../../support/import-door.ts'

const site = await openTestApp()
const ana = importDoor(site, await signedIn(site, 'Ana', 'editor'))

describe('the template', () => {
  test('comes as a workbook with a sheet to fill in, an example and the words', async () => {
    const response = await site.get('/api/v1/imports/template.xlsx')
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-disposition']).toBe(
      'attachment; filename="muster-template.xlsx"',
    )
    const { sheets } = readFile(response.rawPayload)
    expect(sheets.map(({ name }) => name)).toEqual(['Figures', 'Example', 'Words'])
  })

  test('as CSV stops with its own example until that is deleted', async () => {
    const { body } = await site.get('/api/v1/imports/template.csv')
    const stopped = await ana.check('muster-template', body)
    expect(stopped.layout).toBe('muster-template')
    expect(stopped.stops.map(({ code }) => code)).toEqual(['example-row'])
  })
})

describe('findings as CSV', () => {
  test('hold every finding with level, cell, found, expected and suggestion', async () => {
    const rows = ['oficers,fte,NA,2026-04,1290', 'officers,fte,NA,2026-04,12x']
    const stopped = await ana.check(
      'muster-template',
      ['metric,basis,area,date,value', ...rows].join('\n'),
    )
    const { body, headers } = await ana.get(`/imports/${stopped.id}/findings.csv`)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    const [heading, ...lines] = body.trim().split('\n')
    expect(heading).toBe('level,code,sheet,cell,row,column,sentence,found,expected,suggestion')
    expect(lines).toHaveLength(stopped.stops.length + stopped.ticks.length + stopped.notes.length)
    expect(lines.some((line) => line.startsWith('stop,unknown-metric,,A2,2,1,'))).toBe(true)
    expect(lines.some((line) => line.startsWith('stop,bad-number,,E3,3,5,'))).toBe(true)
  })
})
