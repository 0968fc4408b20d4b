import { useEffect, useRef } from 'react'

export const KeysBox = () => {
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <section className="stage-box" aria-label="Keys" tabIndex={-1} ref={box}>
      <h2>Keys</h2>
      <dl className="facts">
        {KEYS.map(({ keys, does }) => (
          <div key={keys} className="stage-key">
            <dt>{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const KEYS = [
  { keys: 'Right, Down, Space, Page Down', does: 'next screen' },
  { keys: 'Left, Up, Page Up', does: 'screen before' },
  { keys: 'Home, End', does: 'first, last screen' },
  { keys: '1 to 12', does: 'that screen' },
  { keys: 'E', does: 'the source row behind the figure' },
  { keys: 'B', does: 'black screen, and back' },
  { keys: 'N', does: 'speaker’s notes in a second window' },
  { keys: 'F', does: 'full screen' },
  { keys: 'Esc', does: 'closes what is open, then leaves' },
] as const
