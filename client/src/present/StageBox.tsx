import { type ReactNode, useEffect, useRef } from 'react'

/** What a key opens over the screen; it has the focus while it is open. */
export const StageBox = ({ name, children }: { name: string; children: ReactNode }) => {
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <section className="stage-box" aria-label={name} tabIndex={-1} ref={box}>
      <h2>{name}</h2>
      {children}
    </section>
  )
}
