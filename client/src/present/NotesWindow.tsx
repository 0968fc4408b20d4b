import { formatNumber } from '@muster/shared/words/format'
import { useEffect, useState } from 'react'
import { useNotesChannel } from './channel.ts'
import type { Deck } from './deck.ts'
import { useStageKeys } from './use-stage-keys.ts'
import { clockWords, wallKeys } from './wall.ts'

/** The speaker's window: what to say, how long it has taken, what comes next, what may be asked. */
export const NotesWindow = ({ deck }: { deck: Deck }) => {
  const { screens } = deck
  const [place, go] = useNotesChannel(deck.name)
  const keys = wallKeys(
    { place, blank: false, box: 'none' },
    {
      screens: screens.length,
      show: (next) => go(next.place),
      notes: nothing,
      full: nothing,
      leave: () => close(),
    },
  )
  useStageKeys({ ...keys, blank: nothing, evidence: nothing, keys: nothing })
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
        <button type="button" onClick={keys.back}>
          Back
        </button>
        <button type="button" onClick={keys.next}>
          Next
        </button>
      </div>
    </div>
  )
}

/** Minutes and seconds since the window was opened. */
const Clock = () => {
  const [words, setWords] = useState('0:00')
  useEffect(() => {
    const started = Date.now()
    const timer = setInterval(() => setWords(clockWords(started)), 1000)
    return () => clearInterval(timer)
  }, [])
  return <span role="timer">{words}</span>
}

const nothing = () => {}
