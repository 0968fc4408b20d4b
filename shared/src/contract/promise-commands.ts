/** Writes about promises. Each answers with the promise as it is after it. */
import { command, madeOn } from './endpoint.ts'
import { PromiseDetail, promiseEndpoint } from './promise.ts'
import {
  EntryParams,
  NewEventBody,
  NewOverrideBody,
  NewQuestionBody,
  QuestionChangeBody,
} from './promise-entry.ts'

const promise = {
  tag: 'Promises',
  params: promiseEndpoint.params,
  reply: PromiseDetail,
  ...madeOn('the promise, or what was entered about it,'),
} as const
const entry = { ...promise, params: EntryParams } as const

export const askQuestionEndpoint = command('askQuestion', 'POST', '/promises/:id/questions', {
  ...promise,
  summary: 'Enter a question that was sent, with the day by which the answer is due',
  who: 'mark-asked',
  body: NewQuestionBody,
  status: 201,
  changes: ['mark-asked'],
})

export const answerQuestionEndpoint = command(
  'answerQuestion',
  'PATCH',
  '/promises/:id/questions/:entry',
  {
    ...entry,
    summary: 'Enter the day on which a question was answered, or take it back',
    who: 'mark-asked',
    body: QuestionChangeBody,
    changes: ['mark-answered'],
  },
)

export const setOverrideEndpoint = command('setOverride', 'POST', '/promises/:id/overrides', {
  ...promise,
  summary: 'Set a status of one’s own beside the computed one, with its reason',
  who: 'override',
  body: NewOverrideBody,
  status: 201,
  changes: ['override'],
})

export const endOverridesEndpoint = command('endOverrides', 'DELETE', '/promises/:id/overrides', {
  ...promise,
  summary: 'End the override in force; it stays on record',
  who: 'override',
  changes: ['end-override'],
})

export const endOverrideEndpoint = command(
  'endOverride',
  'DELETE',
  '/promises/:id/overrides/:entry',
  {
    ...entry,
    summary: 'End one override; it stays on record',
    who: 'override',
    changes: ['end-override'],
  },
)

export const enterEventEndpoint = command('enterEvent', 'POST', '/promises/:id/events', {
  ...promise,
  summary: 'Enter an event that counts towards a promise, or that the list of them is complete',
  who: 'enter-evidence',
  body: NewEventBody,
  status: 201,
  changes: ['enter-evidence'],
})

export const withdrawEventEndpoint = command(
  'withdrawEvent',
  'DELETE',
  '/promises/:id/events/:entry',
  {
    ...entry,
    summary: 'Withdraw an event; it stays on record',
    who: 'enter-evidence',
    changes: ['withdraw-evidence'],
  },
)
