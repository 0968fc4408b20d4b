import { PRESENT_KEYS } from '@muster/shared/words/reviews/screens'
import { useEffect, useRef } from 'react'

export const KeysBox = () => {
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <section className="stage-box" aria-label="Keys" tabIndex={-1} ref={box}>
      <h2>Keys</h2>
      <dl className="facts">
        {PRESENT_KEYS.map(({ keys, does }) => (
          <div key={keys} className="stage-key">
            <dt>{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
