import type { AliasChoice } from '@muster/shared/contract/import'
import type { Problem } from '@muster/shared/contract/problem'
import { formatDate } from '@muster/shared/words/format'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { aliasesAddress } from '../../api/addresses.ts'
import { sendJson } from '../../api/send.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'

/** What analysts said names mean: in force for every later file, until it is forgotten. */
export const KnownNames = ({
  choices,
  mayForget,
}: {
  choices: readonly AliasChoice[]
  mayForget: boolean
}) => {
  const client = useQueryClient()
  const [problem, setProblem] = useState<Problem | null>(null)
  const forget = async ({ kind, alias }: AliasChoice) => {
    const sent = await sendJson('POST', aliasesAddress(), { kind, alias, target: null })
    setProblem(sent.problem)
    if (sent.problem === null) client.setQueryData([aliasesAddress()], sent.reply)
  }
  if (choices.length === 0) return null
  return (
    <>
      <h2>Names that were explained</h2>
      <p>In every file that is checked from now on, these names mean what is said here.</p>
      {problem !== null && <ProblemNotice problem={problem} />}
      <ul>
        {choices.map((choice) => (
          <li key={`${choice.kind} ${choice.alias}`}>
            “{choice.alias}” means {choice.targetName}{' '}
            <span className="note">
              ({choice.chosenBy}, {formatDate(choice.chosenAt.slice(0, 10))})
            </span>{' '}
            {mayForget && (
              <button type="button" onClick={() => void forget(choice)}>
                Forget<span className="visually-hidden"> “{choice.alias}”</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
