import type { AliasChoice } from '@muster/shared/contract/import'
import { formatDate } from '@muster/shared/words/format'
import { aliasesAddress, madeOn } from '../../api/addresses.ts'
import { sendJson } from '../../api/send.ts'
import { useCommand } from '../../api/use-command.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'

/** What analysts said names mean: in force for every later file, until it is forgotten. */
export const KnownNames = ({
  choices,
  mayForget,
}: {
  choices: readonly AliasChoice[]
  mayForget: boolean
}) => {
  const { problem, send } = useCommand({ changes: [aliasesAddress()] })
  const forget = (choice: AliasChoice) => {
    const { kind, alias } = choice
    send({
      run: () => sendJson('POST', madeOn(aliasesAddress(), choice), { kind, alias, target: null }),
    })
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
              <button type="button" onClick={() => forget(choice)}>
                Forget<span className="visually-hidden"> “{choice.alias}”</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
