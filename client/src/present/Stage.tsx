import { formatView, type ViewOf } from '@muster/shared/view/view'
import { formatNumber } from '@muster/shared/words/format'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useStageChannel } from './channel.ts'
import type { Deck } from './deck.ts'
import { EvidenceBox } from './EvidenceBox.tsx'
import { KeysBox } from './KeysBox.tsx'
import { ScreenView } from './ScreenView.tsx'
import { useReady } from './use-ready.ts'
import { useStageKeys } from './use-stage-keys.ts'
import { placeIn, toggleFull, type Wall, wallKeys } from './wall.ts'

type Given = { view: ViewOf<'present'>; deck: Deck }

export const Stage = ({ view, deck }: Given) => {
  const { screens } = deck
  const [, navigate] = useLocation()
  const stage = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState<Omit<Wall, 'place'>>({ blank: false, box: 'none' })
  const ready = useReady(deck.leave)
  const wall = { ...over, place: placeIn(screens.length, Number(view.screen ?? 1) - 1) }
  const { place, box } = wall
  const screen = screens[place]
  const show = ({ place: next, ...rest }: Wall) => {
    setOver(rest)
    if (next === place) return
    // One step of Back leaves the presentation, whichever screen it had come to.
    navigate(formatView({ ...view, screen: next === 0 ? null : String(next + 1) }), {
      replace: true,
    })
  }
  const keys = wallKeys(wall, {
    screens: screens.length,
    show,
    notes: () =>
      open(formatView({ ...view, screen: null, notes: 'yes' }), 'muster-notes', NOTES_WINDOW),
    full: () => toggleFull(stage.current),
    leave: () => navigate(deck.leave),
  })
  useStageChannel(deck.name, place, keys.to)
  useStageKeys(keys)
  useEffect(() => {
    document.title = document.title.replace(
      /^(\d+ of \d+: )?/,
      `${place + 1} of ${screens.length}: `,
    )
  }, [place, screens.length])
  if (screen === undefined) return null
  return (
    <div className="stage" ref={stage} data-blank={wall.blank ? 'yes' : undefined}>
      <ScreenView deck={deck} screen={screen} />
      {box === 'evidence' && <EvidenceBox deck={deck} screen={screen} />}
      {box === 'keys' && <KeysBox />}
      <footer className="stage-foot">
        <p>{deck.foot}</p>
        <p aria-live="polite">
          {formatNumber(place + 1)} of {formatNumber(screens.length)}
        </p>
        <p role="status">
          {ready ? 'Ready to present with no network' : 'Keep the network: still fetching'}
        </p>
        <nav aria-label="Screens" className="stage-controls">
          {BUTTONS.map(({ key, name }) => (
            <button key={key} type="button" onClick={keys[key]}>
              {name}
            </button>
          ))}
        </nav>
      </footer>
    </div>
  )
}

const BUTTONS = [
  { key: 'back', name: 'Back' },
  { key: 'next', name: 'Next' },
  { key: 'evidence', name: 'Evidence' },
  { key: 'notes', name: 'Notes' },
  { key: 'full', name: 'Full screen' },
  { key: 'keys', name: 'Keys' },
  { key: 'leave', name: 'Leave' },
] as const
const NOTES_WINDOW = 'popup,width=900,height=700'
