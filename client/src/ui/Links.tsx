import { Children, type ReactNode } from 'react'

/** Ways on from a page, each in a place of its own; what is false or null takes none. */
export const Links = ({ className, children }: { className?: string; children: ReactNode }) => (
  <ul className={className === undefined ? 'links' : `links ${className}`}>
    {Children.map(children, (link) => link && <li>{link}</li>)}
  </ul>
)
