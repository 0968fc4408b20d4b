/**
 * The keys of a presentation, which are also those that a clicker sends: on the page and in the
 * offline file, which is why React is not asked for here.
 */
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

/**
 * @param does what the keys do by now; null leaves every key to the browser.
 * @returns what ends the listening.
 */
export const listenToKeys = (target: Document, does: () => StageKeys | null): (() => void) => {
  const typed = { digits: '', timer: 0 }
  const press = (event: KeyboardEvent): void => {
    const now = does()
    if (now === null || event.ctrlKey || event.metaKey || event.altKey) return
    // On a button space and Enter press it, as everywhere.
    const isPressed = event.key === ' ' || event.key === 'Enter'
    if (isPressed && (event.target as Element | null)?.closest?.('button, a, summary')) return
    if (/^\d$/.test(event.key)) typeDigit(typed, event.key, does)
    else {
      const action = actionOf(event.key, now)
      if (action === undefined) return
      action()
    }
    event.preventDefault()
  }
  target.addEventListener('keydown', press)
  return () => target.removeEventListener('keydown', press)
}

/** `1` then `2` within half a second is the twelfth screen. */
const typeDigit = (
  typed: { digits: string; timer: number },
  digit: string,
  does: () => StageKeys | null,
): void => {
  clearTimeout(typed.timer)
  typed.digits += digit
  typed.timer = window.setTimeout(() => {
    const number = Number(typed.digits)
    typed.digits = ''
    if (number > 0) does()?.to(number - 1)
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
