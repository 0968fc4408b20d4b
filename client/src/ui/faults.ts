import { createContext } from 'react'

/** What is wrong with the field of that name; a form gives it to the fields in it. */
export const Faults = createContext<(name: string) => string | null>(() => null)
