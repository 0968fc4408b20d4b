import { useState } from 'react'

/** Copying needs script; without it the text stands there to be selected. */
export const CopyButton = ({ textOf }: { textOf: () => string }) => {
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(textOf())
      setSaid('Copied.')
    } catch {
      setSaid('Copying is not allowed here: select the text instead.')
    }
  }
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        Copy the text
      </button>{' '}
      <span role="status">{said}</span>
    </>
  )
}
