import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { NoParams, NoQuery } from './query.ts'

export const healthEndpoint = endpoint({
  method: 'GET',
  path: '/health',
  tag: 'Service',
  summary: 'The process runs',
  params: NoParams,
  query: NoQuery,
  reply: z.object({ status: z.literal('ok') }),
})

export const readyEndpoint = endpoint({
  method: 'GET',
  path: '/ready',
  tag: 'Service',
  summary: 'The figures are loaded and can be read; 503 until then',
  params: NoParams,
  query: NoQuery,
  reply: z.object({
    status: z.literal('ready'),
    dataVersion: z.string(),
  }),
})
