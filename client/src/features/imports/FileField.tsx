import { type DragEvent, useRef, useState } from 'react'
import { Field } from '../../ui/Field.tsx'

/** The browser's own chooser holds what was dropped, so that both ways send the same. */
export const FileField = () => {
  const file = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const over = (isHere: boolean) => (event: DragEvent<HTMLDivElement>) => {
    event.preventDefault()
    setOver(isHere)
  }
  const drop = (event: DragEvent<HTMLDivElement>) => {
    over(false)(event)
    if (file.current === null || event.dataTransfer.files.length === 0) return
    file.current.files = event.dataTransfer.files
    file.current.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chooser inside does the same by keyboard
    <div
      className="drop-place"
      data-over={isOver ? '' : undefined}
      onDragOver={over(true)}
      onDragLeave={over(false)}
      onDrop={drop}
    >
      <Field
        id="file"
        name="file"
        label="File"
        hint="XLSX, ODS or CSV, at most 50 MB, as the publisher gave it. Choose it, or drop it here."
        ref={file}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,.ods"
        required
      />
    </div>
  )
}
