/**
 * What makes the offline file of a review move: the same keys and moves as on the page, on the
 * screens, notes and source rows that stand in the file. It asks nobody, and the file reads without
 * it. `#present` after the file's name begins with the first screen.
 */
import { listenToKeys } from './stage-keys.ts'
import { clockWords, toggleFull, type Wall, wallKeys } from './wall.ts'

const screens = [...document.querySelectorAll<HTMLElement>('.screen')]
const dialogs = {
  evidence: document.querySelector<HTMLDialogElement>('#evidence-box'),
  keys: document.querySelector<HTMLDialogElement>('#keys-box'),
}
/** Null while the file is read as a document. */
let wall: Wall | null = null
let notes: { window: Window; began: number } | null = null

const show = (next: Wall | null): void => {
  const moved = next?.place !== wall?.place
  wall = next
  for (const [index, screen] of screens.entries()) screen.hidden = index !== next?.place
  document.body.classList.toggle('presenting', next !== null)
  document.body.classList.toggle('blank', next?.blank === true)
  for (const [name, dialog] of Object.entries(dialogs))
    if (next?.box !== name) dialog?.close()
    else if (!dialog?.open) open(name, dialog, next)
  if (next === null || !moved) return
  setText(document, '#count', countWords(next.place))
  screens[next.place]?.querySelector('h2')?.focus()
  scrollTo(0, 0)
  tellNotes()
}

/** E opens what the screen has folded away, its source rows. */
const open = (name: string, dialog: HTMLDialogElement | null, { place }: Wall): void => {
  if (name === 'evidence') {
    const rows = screens[place]?.querySelector('template.rows')?.innerHTML ?? ''
    const into = dialog?.querySelector('div')
    if (into) into.innerHTML = rows
  }
  dialog?.showModal()
}

const leave = (): void => {
  show(null)
  if (document.fullscreenElement !== null) void document.exitFullscreen()
}

const openNotes = (): void => {
  const opened = window.open('', 'muster-notes', 'popup,width=900,height=700')
  if (opened === null) return
  if (opened !== notes?.window || opened.document.querySelector('#clock') === null) {
    notes = { window: opened, began: notes?.began ?? Date.now() }
    opened.document.title = 'Notes'
    opened.document.documentElement.lang = 'en-GB'
    opened.document.body.innerHTML = NOTES
    listenToKeys(opened.document, keys)
  }
  tellNotes()
}

const tellNotes = (): void => {
  if (wall === null || notes === null || notes.window.closed) return
  const page = notes.window.document
  const [screen, next] = [screens[wall.place], screens[wall.place + 1]]
  setText(page, '#place', countWords(wall.place))
  setText(page, 'h1', titleOf(screen))
  setText(page, '#next', next === undefined ? 'This is the last screen.' : titleOf(next))
  const words = page.querySelector('#words')
  if (words) words.innerHTML = screen?.querySelector('template.notes')?.innerHTML ?? ''
}

const countWords = (place: number): string => `${place + 1} of ${screens.length}`

const titleOf = (screen: HTMLElement | undefined): string =>
  screen?.querySelector('h2')?.textContent ?? ''

const setText = (page: Document, where: string, words: string): void => {
  const element = page.querySelector(where)
  if (element) element.textContent = words
}

const keys = () =>
  wall &&
  wallKeys(wall, {
    screens: screens.length,
    show,
    notes: openNotes,
    full: () => toggleFull(document.documentElement),
    leave,
  })

const NOTES =
  '<style>body{font:20px/1.4 system-ui,sans-serif;margin:1.5rem;color:#0b0c0c}</style><p><span id="place"></span> <span id="clock" role="timer"></span></p><h1></h1><div id="words"></div><h2>Next</h2><p id="next"></p>'
const START: Wall = { place: 0, blank: false, box: 'none' }

setInterval(() => {
  if (notes !== null && !notes.window.closed)
    setText(notes.window.document, '#clock', clockWords(notes.began))
}, 1000)
// Its own button closes it too. Word of a closing comes late: another box may be open by then.
for (const [name, dialog] of Object.entries(dialogs))
  dialog?.addEventListener('close', () => {
    if (wall?.box === name && !dialog.open) show({ ...wall, box: 'none' })
  })
document.getElementById('present')?.addEventListener('click', () => show(START))
listenToKeys(document, keys)
if (location.hash === '#present') show(START)
