import { formatNumber } from '@muster/shared/words/format'
import { useEffect, useState } from 'react'
import { useNotesChannel } from './channel.ts'
import type { Deck } from './deck.ts'
import { useStageKeys } from './use-stage-keys.ts'

/** The speaker's window: what to say, how long it has taken, what comes next, what may be asked. */
export const NotesWindow = ({ deck }: { deck: Deck }) => {
  const { screens } = deck
  const [place, go] = useNotesChannel(deck.name)
  const to = (index: number) => go(Math.min(screens.length - 1, Math.max(0, index)))
  useStageKeys({
    next: () => to(place + 1),
    back: () => to(place - 1),
    to,
    last: screens.length - 1,
    blank: nothing,
    notes: nothing,
    evidence: nothing,
    keys: nothing,
    full: nothing,
    leave: () => close(),
  })
  const screen = screens[place]
  const next = screens[place + 1]
  return (
    <div className="notes-window">
      <p className="notes-clock">
        {formatNumber(place + 1)} of {formatNumber(screens.length)} · <Clock />
      </p>
      <h1>{screen?.title ?? 'Notes'}</h1>
      <h2>What to say</h2>
      {screen?.notes.length === 0 && <p>Nothing more than the screen says.</p>}
      <ul>
        {screen?.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {screen !== undefined && screen.asked.length > 0 && (
        <>
          <h2>Likely questions</h2>
          <ul>
            {screen.asked.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
      <h2>Next</h2>
      <p>{next === undefined ? 'This is the last screen.' : next.title}</p>
      <div className="controls">
        <button type="button" onClick={() => to(place - 1)}>
          Back
        </button>
        <button type="button" onClick={() => to(place + 1)}>
          Next
        </button>
      </div>
    </div>
  )
}

/** Minutes and seconds since the window was opened. */
const Clock = () => {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const started = Date.now()
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - started) / 1000)), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <span role="timer">
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </span>
  )
}

const nothing = () => {}
