import { type ReactNode, useDeferredValue } from 'react'

/**
 * What it holds changes a little later, in slices between which the page answers: a control shows
 * its new value at once, and a large figure follows without one long task.
 */
export const Later = ({ children }: { children: ReactNode }) => useDeferredValue(children)
