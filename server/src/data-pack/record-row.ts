/** A row of a CSV file by the schema of the record that it holds. */
import { z } from 'zod'
import { blankAsNull, listOf, NumberText } from './figure-row.ts'

/**
 * Cells are text: blank is null, a list has semicolons between its items, a number is plain, and what
 * is true or false is yes or no. Everything else is as in the record.
 */
export const rowOf = <Record extends z.ZodObject>(record: Record): z.ZodType<z.output<Record>> =>
  z.object(
    Object.fromEntries(
      Object.entries(record.shape).map(([name, field]) => [name, cellOf(field as z.ZodType)]),
    ),
  ) as z.ZodType as z.ZodType<z.output<Record>>

const cellOf = (field: z.ZodType): z.ZodType<unknown, string> => {
  if (field instanceof z.ZodNullable) return blankAsNull(cellOf(field.unwrap() as z.ZodType))
  if (field instanceof z.ZodArray)
    return listOf(field.element as z.ZodType<unknown, string>).pipe(field)
  if (field instanceof z.ZodNumber) return NumberText.pipe(field)
  if (field instanceof z.ZodBoolean)
    return z.enum(['yes', 'no']).transform((word) => word === 'yes')
  return field as z.ZodType<unknown, string>
}
