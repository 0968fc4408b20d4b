import { createContext } from 'react'

/** Fetches what draws a page of ours ahead of going there; the frame of the site gives it. */
export const FetchPage = createContext<(address: string) => Promise<unknown>>(async () => undefined)
