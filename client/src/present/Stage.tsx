import { formatView, type ViewOf } from '@muster/shared/view/view'
import { formatNumber } from '@muster/shared/words/format'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useStageChannel } from './channel.ts'
import type { Deck } from './deck.ts'
import { EvidenceBox } from './EvidenceBox.tsx'
import { KeysBox } from './KeysBox.tsx'
import { ScreenView } from './ScreenView.tsx'
import { useStageKeys } from './use-stage-keys.ts'

type Given = { view: ViewOf<'present'>; deck: Deck }
type Box = 'none' | 'evidence' | 'keys'

export const Stage = ({ view, deck }: Given) => {
  const { screens } = deck
  const [, navigate] = useLocation()
  const stage = useRef<HTMLDivElement>(null)
  const [blank, setBlank] = useState(false)
  const [box, setBox] = useState<Box>('none')
  const place = Math.min(screens.length, Math.max(1, Number(view.screen ?? 1))) - 1
  const screen = screens[place]
  const to = (index: number) => {
    const next = Math.min(screens.length - 1, Math.max(0, index))
    setBox('none')
    setBlank(false)
    // One step of Back leaves the presentation, whichever screen it had come to.
    navigate(formatView({ ...view, screen: next === 0 ? null : String(next + 1) }), {
      replace: true,
    })
  }
  const leave = () => {
    if (box !== 'none') setBox('none')
    else if (blank) setBlank(false)
    else navigate(deck.leave)
  }
  const notes = () =>
    open(formatView({ ...view, screen: null, notes: 'yes' }), 'muster-notes', NOTES_WINDOW)
  useStageChannel(deck.name, place, to)
  useStageKeys({
    next: () => to(place + 1),
    back: () => to(place - 1),
    to,
    last: screens.length - 1,
    blank: () => setBlank(!blank),
    notes,
    evidence: () => setBox(box === 'evidence' ? 'none' : 'evidence'),
    keys: () => setBox(box === 'keys' ? 'none' : 'keys'),
    full: () => toggleFull(stage.current),
    leave,
  })
  useEffect(() => {
    document.title = document.title.replace(
      /^(\d+ of \d+: )?/,
      `${place + 1} of ${screens.length}: `,
    )
  }, [place, screens.length])
  if (screen === undefined) return null
  return (
    <div className="stage" ref={stage} data-blank={blank ? 'yes' : undefined}>
      <ScreenView deck={deck} screen={screen} />
      {box === 'evidence' && <EvidenceBox deck={deck} screen={screen} />}
      {box === 'keys' && <KeysBox />}
      <footer className="stage-foot">
        <p>{deck.foot}</p>
        <p aria-live="polite">
          {formatNumber(place + 1)} of {formatNumber(screens.length)}
        </p>
        <nav aria-label="Screens" className="stage-controls">
          <button type="button" onClick={() => to(place - 1)}>
            Back
          </button>
          <button type="button" onClick={() => to(place + 1)}>
            Next
          </button>
          <button type="button" onClick={() => setBox(box === 'evidence' ? 'none' : 'evidence')}>
            Evidence
          </button>
          <button type="button" onClick={notes}>
            Notes
          </button>
          <button type="button" onClick={() => toggleFull(stage.current)}>
            Full screen
          </button>
          <button type="button" onClick={() => setBox(box === 'keys' ? 'none' : 'keys')}>
            Keys
          </button>
          <button type="button" onClick={leave}>
            Leave
          </button>
        </nav>
      </footer>
    </div>
  )
}

const toggleFull = (element: HTMLElement | null): void => {
  if (document.fullscreenElement !== null) void document.exitFullscreen()
  else void element?.requestFullscreen().catch(() => undefined)
}

const NOTES_WINDOW = 'popup,width=900,height=700'
