import type { ReactNode } from 'react'
import type { Command, Order } from '../api/use-command.ts'
import { ChangedTexts } from './ChangedTexts.tsx'
import { CommandStatus } from './CommandStatus.tsx'
import { Faults } from './faults.ts'
import { type Fields, readFields } from './fields.ts'

type Given<Reply> = {
  label?: string
  command: Command<Reply>
  /** What is sent for what was entered. */
  orderOf: (fields: Fields) => Order<Reply>
  submit: string
  children: ReactNode
}

/** A form that sends a command: a problem stands beside its field, and what was done is said. */
export const CommandForm = <Reply,>({
  label,
  command,
  orderOf,
  submit,
  children,
}: Given<Reply>) => (
  <form
    className="entry"
    aria-label={label}
    onSubmit={(event) => {
      const form = event.currentTarget
      const order = orderOf(readFields(event))
      command.send({
        ...order,
        onDone: (reply) => {
          form.reset()
          order.onDone?.(reply)
        },
      })
    }}
  >
    <Faults value={command.faultOf}>{children}</Faults>
    <div className="button-row">
      <button type="submit">{submit}</button>
      <CommandStatus command={command} />
    </div>
    <ChangedTexts problem={command.problem} />
  </form>
)
