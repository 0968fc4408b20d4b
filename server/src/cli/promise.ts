/** `ask` and `override`: what editors and checkers enter about a promise, from the command line. */
import { parseArgs } from 'node:util'
import { ProblemError } from '@muster/shared/contract/problem'
import { NewOverrideBody, NewQuestionBody } from '@muster/shared/contract/promise-entry'
import { formatDate } from '@muster/shared/words/format'
import { statusWord } from '@muster/shared/words/promises/status-words'
import type { Store } from '../platform/db/open.ts'
import { parseBody } from '../platform/http/body.ts'
import { answerDue } from '../promises/bank-holidays.ts'
import { addOverride, addQuestion, answerQuestion, endOverride } from '../promises/commands.ts'
import { findEntries, waiting } from '../promises/entries.ts'
import { promiseOf } from '../promises/queries.ts'
import { readRegister } from '../reference/register.ts'
import { askerNow, type Command, misused } from './command.ts'
import { withStore } from './open-data.ts'

export const askCommand: Command = {
  name: 'ask',
  usage:
    'ask PROMISE --to NAME [--kind foi|mayors-question|letter] [--on DATE] [--note TEXT], or ask PROMISE --answered DATE',
  summary: 'Notes that the question about a promise was sent, or answered',
  help: [
    'The answer is due 20 working days later, bank holidays of England and Wales left out; for a',
    'Mayor’s Question or a letter that is only the day on which to ask again.',
    '',
    '  --on DATE        the day it was sent (default: today)',
    '  --note TEXT      a reference number, or what was asked besides the draft',
    '  --answered DATE  the question that waits was answered on this day',
  ].join('\n'),
  run: async (args, config) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        kind: { type: 'string', default: 'foi' },
        to: { type: 'string' },
        on: { type: 'string' },
        note: { type: 'string', default: '' },
        answered: { type: 'string' },
      },
    })
    const asker = askerNow()
    const id = only(positionals, askCommand)
    const { answered } = values
    if (answered !== undefined)
      return withStore(config, (store) => {
        const question = waitingFor(store, id, asker.at)
        const promise = known(store, id)
        store.write((tx) => answerQuestion({ tx, promise, asker }, question.id, answered))
        console.log(`Answered on ${formatDate(answered)}: ${question.to}.`)
        return 0
      })
    const body = parseBody(NewQuestionBody, {
      kind: values.kind,
      to: values.to,
      askedOn: values.on ?? asker.at.slice(0, 10),
      note: values.note,
    })
    const dueOn = await answerDue(body.askedOn)
    return withStore(config, (store) => {
      const promise = known(store, id)
      store.write((tx) => addQuestion({ tx, promise, asker }, body, dueOn))
      console.log(`Asked on ${formatDate(body.askedOn)}; answer due ${formatDate(dueOn)}.`)
      return 0
    })
  },
}

export const overrideCommand: Command = {
  name: 'override',
  usage:
    'override PROMISE --by NAME --status STATUS --reason TEXT, or override PROMISE --by NAME --end',
  summary: 'Records a named checker’s own status alongside the computed one',
  help: [
    'The computed status stays and is shown first. STATUS: kept, broken, on-course, behind, depends',
    'or cannot-be-checked.',
    '',
    '  --end   ends the override in force; it stays on record',
  ].join('\n'),
  run: (args, config) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        status: { type: 'string' },
        reason: { type: 'string' },
        by: { type: 'string' },
        end: { type: 'boolean', default: false },
      },
    })
    const id = only(positionals, overrideCommand)
    const by = values.by?.trim() ?? ''
    if (by === '')
      throw new ProblemError('bad-request', 'Give the name of the checker with --by NAME.')
    return withStore(config, (store) => {
      const promise = known(store, id)
      const asker = { ...askerNow(), by: `${by} (command line)` }
      if (values.end) {
        store.write((tx) => endOverride({ tx, promise, asker }, null))
        console.log('The override is ended; only the computed status is shown.')
        return 0
      }
      const body = parseBody(NewOverrideBody, { status: values.status, reason: values.reason })
      store.write((tx) => addOverride({ tx, promise, asker }, body))
      console.log(`“${promise.title}”: ${statusWord(body.status, promise.kind)}, says ${by}.`)
      return 0
    })
  },
}

const only = (positionals: readonly string[], command: Command): string => {
  const [id, ...rest] = positionals
  if (id === undefined || rest.length > 0) throw misused(command)
  return id
}

const known = (store: Store, id: string) =>
  promiseOf({ register: () => readRegister(store.read) }, id)

const waitingFor = (store: Store, id: string, at: string) => {
  const entries = findEntries(store.read, readRegister(store.read), at.slice(0, 10))
  const question = waiting(entries.questions(id))
  if (question === null || question.answeredOn !== null)
    throw new ProblemError('not-found', `No question about ${id} waits for an answer.`)
  return question
}
