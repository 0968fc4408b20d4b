import type { Import } from '@muster/shared/contract/import'
import { formatView, viewOf } from '@muster/shared/view/view'
import { statusWord } from '@muster/shared/words/promises/status-words'
import { StatusTag } from '../../ui/StatusTag.tsx'

type Given = { verdicts: Import['verdicts']; isDone: boolean }

export const TurningVerdicts = ({ verdicts, isDone }: Given) =>
  verdicts.length === 0 ? null : (
    <>
      <h2>{isDone ? 'Verdicts that it changed' : 'Verdicts that it would change'}</h2>
      <ul className="turns">
        {verdicts.map(({ promise, title, kind, before, after }) => (
          <li key={promise}>
            <a href={formatView(viewOf('promise', { id: promise }))}>{title}</a>
            <span className="line">
              from <StatusTag status={before} words={statusWord(before, kind)} /> to{' '}
              <StatusTag status={after} words={statusWord(after, kind)} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
