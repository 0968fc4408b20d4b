import type { PromiseStatus } from '@muster/shared/domain/verdicts/promise'
import type { ReactNode } from 'react'
import './StatusTag.css'

/** A status is a word with a shape, black or blue: it reads without colour and on paper. */
export const StatusTag = ({ status, words }: { status: PromiseStatus; words: string }) => (
  <strong className="status" data-status={status}>
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {SHAPES[status]}
    </svg>
    {words}
  </strong>
)

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.75 }
const cut = { fill: 'none', stroke: 'var(--paper)', strokeWidth: 2 }

const SHAPES: Record<PromiseStatus, ReactNode> = {
  broken: (
    <>
      <rect x="1" y="1" width="14" height="14" fill="currentColor" />
      <path d="M5 5l6 6M11 5l-6 6" {...cut} />
    </>
  ),
  behind: (
    <>
      <circle cx="8" cy="8" r="6.5" {...stroke} />
      <path d="M8 1.5a6.5 6.5 0 0 0 0 13z" fill="currentColor" />
    </>
  ),
  depends: (
    <>
      <circle cx="8" cy="8" r="6.75" {...stroke} strokeWidth={1.5} />
      <path d="M4.5 6.4h7M4.5 9.6h7" {...stroke} />
    </>
  ),
  'on-course': (
    <>
      <circle cx="8" cy="8" r="6.5" {...stroke} />
      <path d="M4.5 8h6.5M8 4.9L11.1 8 8 11.1" {...stroke} />
    </>
  ),
  kept: (
    <>
      <circle cx="8" cy="8" r="7.25" fill="currentColor" />
      <path d="M4.4 8.3l2.5 2.5 4.7-5.2" {...cut} />
    </>
  ),
  'cannot-be-checked': (
    <>
      <circle cx="8" cy="8" r="6.75" {...stroke} strokeWidth={1.5} strokeDasharray="2.2 2" />
      <path
        d="M6.2 6.4c0-2.4 3.6-2.3 3.6-.1 0 1.3-1.8 1.4-1.8 2.9M8 10.9v1.4"
        {...stroke}
        strokeWidth={1.4}
      />
    </>
  ),
}
