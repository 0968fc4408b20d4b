import type { CitedFigure } from '@muster/shared/domain/reviews/commentary'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'

type Given = {
  text: string
  figures: readonly CitedFigure[]
  setText: (text: string) => void
}

/** Plain text; a figure is picked from the list and put in as its token, never typed as a number. */
export const CommentaryField = ({ text, figures, setText }: Given) => {
  const area = useRef<HTMLTextAreaElement>(null)
  const [chosen, setChosen] = useState(figures[0]?.token ?? '')
  const insert = () => {
    const at = area.current?.selectionStart ?? text.length
    flushSync(() => setText(text.slice(0, at) + chosen + text.slice(at)))
    area.current?.focus()
    area.current?.setSelectionRange(at + chosen.length, at + chosen.length)
  }
  return (
    <>
      <div className="field">
        <label htmlFor="commentary-text">Commentary (an empty line between paragraphs)</label>
        <textarea
          id="commentary-text"
          ref={area}
          rows={8}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <div className="controls">
        <div className="field field-wide">
          <label htmlFor="figure">Figure to put in</label>
          <select
            id="figure"
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {figures.map(({ token, label, text: reads }) => (
              <option key={token} value={token}>
                {label}: {reads}
              </option>
            ))}
          </select>
        </div>
        <button type="button" onClick={insert}>
          Put it in
        </button>
      </div>
    </>
  )
}
