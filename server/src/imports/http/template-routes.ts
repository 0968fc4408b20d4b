/** The template to fill in, and the findings of an import to work through, as files. */
import { API_ROOT } from '@muster/shared/contract/endpoint'
import type { Import, ImportFinding } from '@muster/shared/contract/import'
import type { FastifyInstance } from 'fastify'
import { requireAction } from '../../accounts/access.ts'
import { toCsv } from '../../platform/http/csv.ts'
import { sendFinished } from '../../platform/http/route.ts'
import type { Services } from '../../services.ts'
import { findImport } from '../jobs/import-records.ts'
import { idOf } from './routes.ts'

export const templateRoutes = (app: FastifyInstance, services: Services): void => {
  for (const [ending, type] of [
    ['xlsx', XLSX],
    ['csv', CSV],
  ] as const)
    app.get(`${API_ROOT}/imports/template.${ending}`, async (request, reply) => {
      // Loaded when first asked for: the template brings the layouts with it.
      const { templateCsv, templateXlsx } = await import('../layouts/muster/template-file.ts')
      const make = () =>
        Buffer.from((ending === 'xlsx' ? templateXlsx : templateCsv)(services.register()))
      reply.header('content-disposition', `attachment; filename="muster-template.${ending}"`)
      return sendFinished(services, request, reply, () => ({ type, status: 200, bytes: make() }))
    })
  app.get(`${API_ROOT}/imports/:id/findings.csv`, async (request, reply) => {
    requireAction(services, request, 'read')
    const id = idOf(request)
    const found = findImport(services.store.read, services.register(), id)
    return reply
      .header('content-disposition', `attachment; filename="muster-import-${id}-findings.csv"`)
      .header('cache-control', 'no-store')
      .type(CSV)
      .send(findingsCsv(found))
  })
}

const findingsCsv = ({ stops, ticks, notes }: Import): string =>
  toCsv(HEADINGS, [
    ...stops.map((finding) => rowOf('stop', finding)),
    ...ticks.map((finding) => rowOf('needs a reason', finding)),
    ...notes.map((finding) => rowOf('for information', finding)),
  ])

const rowOf = (level: string, finding: ImportFinding) => [
  level,
  finding.code,
  finding.sheet,
  finding.cell,
  finding.row,
  finding.column,
  finding.sentence,
  finding.found,
  finding.expected,
  finding.suggestion,
]

const HEADINGS = [
  'level',
  'code',
  'sheet',
  'cell',
  'row',
  'column',
  'sentence',
  'found',
  'expected',
  'suggestion',
]
const CSV = 'text/csv; charset=utf-8'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
