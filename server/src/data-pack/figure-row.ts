/** One row of a file in `data/figures`: an observation and where it stands in its source. */
import { Basis, Flag, Missing, Trust } from '@muster/shared/domain/series/observation'
import { DateText, UNDATED } from '@muster/shared/domain/series/period'
import { z } from 'zod'

export const listOf = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .string()
    .transform((text) => (text === '' ? [] : text.split(';')))
    .pipe(z.array(item))

export const blankAsNull = <Value extends z.ZodType<unknown, string>>(value: Value) =>
  z
    .string()
    .transform((text) => (text === '' ? null : text))
    .pipe(value.nullable())

export const NumberText = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, { error: 'is not a plain number' })
  .transform(Number)

export const FigureRow = z
  .object({
    metric: z.string().min(1),
    basis: Basis,
    area: z.string().min(1),
    date: z.union([DateText, z.literal(UNDATED)]),
    value: blankAsNull(NumberText),
    missing: blankAsNull(Missing),
    trust: Trust,
    flags: listOf(Flag),
    source: z.string().min(1),
    release: z.string().min(1),
    where: z.string().min(1, { error: 'says where in the source the figure is' }),
    raw: blankAsNull(z.string()),
    note: blankAsNull(z.string()),
  })
  .refine((row) => (row.value === null) !== (row.missing === null), {
    path: ['value'],
    error: 'needs either a value or a reason why it is missing',
  })
export type FigureRow = z.output<typeof FigureRow>
