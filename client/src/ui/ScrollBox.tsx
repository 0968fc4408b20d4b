import type { ReactNode } from 'react'

/** A wide table scrolls in its own box; the box is named and takes the focus for the arrow keys. */
export const ScrollBox = ({ name, children }: { name: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
  <section className="scroll-box" aria-label={name} tabIndex={0}>
    {children}
  </section>
)
