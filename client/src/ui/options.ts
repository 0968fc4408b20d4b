export type Option = { value: string | number; name: string }
export type Options = readonly (Option | { name: string; options: readonly Option[] })[]

/** A choice of values that have a term each. */
export const termOptions = <Value extends string>(
  values: readonly Value[],
  terms: Readonly<Record<Value, { label: string }>>,
): Option[] => values.map((value) => ({ value, name: terms[value].label }))

/** A choice of values that are their own names. */
export const plainOptions = (values: readonly string[]): Option[] =>
  values.map((value) => ({ value, name: value }))

/** A choice of what has an id. */
export const idOptions = (entries: readonly { id: string; name: string }[]): Option[] =>
  entries.map(({ id, name }) => ({ value: id, name }))
