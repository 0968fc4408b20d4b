/** What stands on a wall and how each key changes it: on the page and in the offline file. */
import type { StageKeys } from './stage-keys.ts'

export type Wall = {
  /** Of the screen, the first is 0. */
  place: number
  blank: boolean
  box: 'none' | 'evidence' | 'keys'
}

type Hands = {
  screens: number
  show: (next: Wall) => void
  notes: () => void
  full: () => void
  leave: () => void
}

export const wallKeys = (wall: Wall, { screens, show, notes, full, leave }: Hands): StageKeys => {
  const to = (place: number) => show({ place: placeIn(screens, place), blank: false, box: 'none' })
  const toggle = (box: Wall['box']) => show({ ...wall, box: wall.box === box ? 'none' : box })
  return {
    next: () => to(wall.place + 1),
    back: () => to(wall.place - 1),
    to,
    last: screens - 1,
    blank: () => show({ ...wall, blank: !wall.blank }),
    notes,
    evidence: () => toggle('evidence'),
    keys: () => toggle('keys'),
    full,
    // It closes what is open, then ends the black screen, then leaves.
    leave: () => {
      if (wall.box !== 'none') show({ ...wall, box: 'none' })
      else if (wall.blank) show({ ...wall, blank: false })
      else leave()
    },
  }
}

export const placeIn = (screens: number, place: number): number =>
  Math.min(screens - 1, Math.max(0, place))

export const toggleFull = (element: Element | null): void => {
  if (document.fullscreenElement !== null) void document.exitFullscreen()
  else void element?.requestFullscreen().catch(() => undefined)
}

/** `4:05`: how long the speaker has spoken. */
export const clockWords = (started: number): string => {
  const seconds = Math.floor((Date.now() - started) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
