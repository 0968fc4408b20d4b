/**
 * Keys pressed before the page has come to life are pressed again once it has. A file of its own,
 * which asks for nothing and comes before everything else.
 */
const pressed: string[] = []

const keep = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
  if (!(ctrlKey || metaKey || altKey)) pressed.push(key)
}

const press = (): void => {
  document.removeEventListener('keydown', keep)
  alive.disconnect()
  // One after another, as a hand would: the page answers each before the next comes.
  for (const key of pressed)
    setTimeout(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })),
    )
}

const alive = new MutationObserver(press)
document.addEventListener('keydown', keep)
alive.observe(document.documentElement, { attributeFilter: ['data-alive'] })
