/** The kinds of value that an address holds. `read` gives undefined for what it does not know. */
import { dayFromNumber, dayNumber, isAskable } from '../domain/series/period.ts'

export type Field<Value> = {
  read: (text: string) => Value | undefined
  write: (value: Value) => string
}

/** A field whose value is not known here. */
export type AnyField = { read: (text: string) => unknown; write: (value: never) => string }

export const text: Field<string> = {
  read: (given) => (given.trim() === '' ? undefined : given.trim()),
  write: (value) => value,
}

/** A metric, an area, a source: whether it exists is for the server to say. */
export const id: Field<string> = {
  read: (given) => (/^[\w.-]+$/.test(given) ? given : undefined),
  write: (value) => value,
}

/** `NA,CE`: in the order given, each once. */
export const list: Field<readonly string[]> = {
  read: (given) => {
    const items = [...new Set(given.split(',').filter((item) => item !== ''))]
    return items.length > 0 && items.every((item) => id.read(item) !== undefined)
      ? items
      : undefined
  },
  write: (value) => value.join(','),
}

/** A date as it was published: `2018`, `2025-03` or `2025-03-31`. */
export const period: Field<string> = {
  read: (given) =>
    /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(given) && isAskable(given) ? given : day.read(given),
  write: (value) => value,
}

export const day: Field<string> = {
  read: (given) => (/^\d{4}-\d{2}-\d{2}$/.test(given) && isInCalendar(given) ? given : undefined),
  write: (value) => value,
}

export const year: Field<string> = {
  read: (given) => (/^\d{4}$/.test(given) && isAskable(given) ? given : undefined),
  write: (value) => value,
}

/** As `2026-Q3`. */
export const quarter: Field<string> = {
  read: (given) => (/^\d{4}-Q[1-4]$/.test(given) ? given : undefined),
  write: (value) => value,
}

/** A number of a thing among others: 1, 2, … */
export const whole: Field<string> = {
  read: (given) => (/^[1-9]\d{0,3}$/.test(given) ? given : undefined),
  write: (value) => value,
}

export const oneOf = <Value extends string>(values: readonly Value[]): Field<Value> => ({
  read: (given) => values.find((value) => value === given),
  write: (value) => value,
})

const isInCalendar = (given: string): boolean => {
  const number = dayNumber(given)
  return isAskable(given) && Number.isFinite(number) && dayFromNumber(number) === given
}
