import { type ReactNode, startTransition, useEffect, useState } from 'react'

/**
 * What it holds is there from the start, and when it changes it follows once the rest of the change
 * is on the screen: what repeats a chart may not keep the chart waiting.
 */
export const Afterwards = ({ children }: { children: ReactNode }) => {
  const [shown, setShown] = useState(children)
  useEffect(() => startTransition(() => setShown(children)), [children])
  return shown
}
