import type { FormEvent } from 'react'

/** What was entered, by the name of the field. */
export type Fields = Readonly<Record<string, string>>

/** Keeps the browser from sending the form and reads it instead. */
export const readFields = (event: FormEvent<HTMLFormElement>): Fields => {
  event.preventDefault()
  const entered = new FormData(event.currentTarget)
  return Object.fromEntries([...entered].map(([name, value]) => [name, String(value)]))
}

/** Without the blanks around what was typed, which no command of words wants. */
export const trimmed = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.trim()]))
