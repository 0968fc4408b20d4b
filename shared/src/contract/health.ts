import { z } from 'zod'
import { read } from './endpoint.ts'

export const Health = z.object({ status: z.literal('ok') })
export const Readiness = z.object({ status: z.literal('ready'), dataVersion: z.string() })

/** An address with what it gives or does, in words. */
export const EndpointRow = z.object({
  id: z.string(),
  method: z.string(),
  address: z.string(),
  tag: z.string(),
  summary: z.string(),
})
export type EndpointRow = z.infer<typeof EndpointRow>

/** The document of all endpoints; its own form is that of OpenAPI. */
export const OpenApiDocument = z.record(z.string(), z.unknown())

export const healthEndpoint = read('getHealth', '/health', {
  tag: 'Service',
  summary: 'The process runs',
  reply: Health,
  who: 'anybody',
  kept: 'never',
})

export const readyEndpoint = read('getReadiness', '/ready', {
  tag: 'Service',
  summary: 'The figures are loaded and can be read; 503 until then',
  reply: Readiness,
  who: 'anybody',
  kept: 'never',
  problems: ['not-ready'],
})

export const endpointsEndpoint = read('listEndpoints', '/endpoints', {
  tag: 'Service',
  summary: 'Every address in a line: the short form of the description',
  reply: z.array(EndpointRow),
})

export const openApiEndpoint = read('getOpenApi', '/openapi.json', {
  tag: 'Service',
  summary: 'This description: every address, what it takes and what it answers',
  reply: OpenApiDocument,
})
