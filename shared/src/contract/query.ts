/** Pieces that the queries of several endpoints share. */
import { z } from 'zod'
import { AskedDay } from '../domain/series/period.ts'

/** `NA,CE` ↔ `['NA', 'CE']`. A query value is text, even when it holds one item. */
export const CommaList = z
  .codec(z.string(), z.array(z.string()), {
    decode: (text) => text.split(',').filter((item) => item !== ''),
    encode: (items) => items.join(','),
  })
  .meta({ description: 'A comma list, as NA,CE.', example: 'NA,CE' })

export const AsOf = AskedDay.optional().meta({
  description: 'By the figures available on this day: only what had been published by then.',
  example: '2024-06-30',
})

export const At = AskedDay.optional().meta({
  description: 'Judged on this day, by the latest figures for dates up to it.',
  example: '2024-03-31',
})

/** Text, as every query value is; `Number` of it is safe. */
export const First = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, { error: 'Give a whole number from 1 to 999.' })
  .optional()
  .meta({ description: 'Only so many rows, in their order.', example: '8' })
