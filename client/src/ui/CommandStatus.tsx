import type { Command } from '../api/use-command.ts'

type Given = { command: Pick<Command, 'said' | 'problem'> }

/** Read out when it changes; a problem that points at a field stands there instead. */
export const CommandStatus = ({ command: { said, problem } }: Given) => (
  <span role="status">
    {said}
    {problem !== null && (problem.errors ?? []).length === 0 && problem.detail}
  </span>
)
