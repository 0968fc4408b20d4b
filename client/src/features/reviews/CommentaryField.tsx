import type { CitedFigure } from '@muster/shared/domain/reviews/commentary'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Field } from '../../ui/Field.tsx'

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
      <Field
        id="commentary-text"
        label="Commentary (an empty line between paragraphs)"
        ref={area}
        rows={8}
        value={text}
        onText={setText}
      />
      <div className="controls">
        <Field
          id="figure"
          label="Figure to insert"
          wide
          value={chosen}
          options={figures.map(({ token, label, text: reads }) => ({
            value: token,
            name: `${label}: ${reads}`,
          }))}
          onText={setChosen}
        />
        <button type="button" onClick={insert}>
          Insert figure
        </button>
      </div>
    </>
  )
}
