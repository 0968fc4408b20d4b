/** The keys of a presentation, which are also those that a clicker sends. */
import { useEffect, useRef } from 'react'

export type StageKeys = {
  next: () => void
  back: () => void
  /** Goes to a screen, the first is 0. */
  to: (index: number) => void
  last: number
  blank: () => void
  notes: () => void
  evidence: () => void
  keys: () => void
  full: () => void
  leave: () => void
}

export const useStageKeys = (does: StageKeys): void => {
  const typed = useRef({ digits: '', timer: 0 })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      // On a button space and Enter press it, as everywhere.
      const onButton = event.target instanceof HTMLElement && event.target.closest('button, a')
      if (onButton && (event.key === ' ' || event.key === 'Enter')) return
      if (/^\d$/.test(event.key)) typeDigit(typed.current, event.key, does.to)
      else {
        const action = actionOf(event.key, does)
        if (action === undefined) return
        action()
      }
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}

/** `1` then `2` within half a second is the twelfth screen. */
const typeDigit = (
  state: { digits: string; timer: number },
  digit: string,
  to: (index: number) => void,
): void => {
  clearTimeout(state.timer)
  state.digits += digit
  state.timer = window.setTimeout(() => {
    const number = Number(state.digits)
    state.digits = ''
    if (number > 0) to(number - 1)
  }, DIGIT_PAUSE_MS)
}

const actionOf = (key: string, does: StageKeys): (() => void) | undefined => {
  if (key === 'Home') return () => does.to(0)
  if (key === 'End') return () => does.to(does.last)
  const name = KEYS[key.length === 1 ? key.toLowerCase() : key]
  return name === undefined ? undefined : does[name]
}

const KEYS: Readonly<Record<string, Exclude<keyof StageKeys, 'to' | 'last'>>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  b: 'blank',
  '.': 'blank',
  n: 'notes',
  e: 'evidence',
  f: 'full',
  '?': 'keys',
  Escape: 'leave',
}

const DIGIT_PAUSE_MS = 500
