import type { ReactNode } from 'react'
import './Notice.css'

/** Something that the reader must know before the figures: a rule at the side, no colour alone. */
export const Notice = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="notice" role="note">
    <p className="notice-title">{title}</p>
    {children}
  </div>
)
