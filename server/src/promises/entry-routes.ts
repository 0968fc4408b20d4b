/** Writes about promises over HTTP. Each answers with the promise as it is after it. */
import {
  answerQuestionEndpoint,
  askQuestionEndpoint,
  endOverrideEndpoint,
  endOverridesEndpoint,
  enterEventEndpoint,
  setOverrideEndpoint,
  withdrawEventEndpoint,
} from '@muster/shared/contract/promise-commands'
import type { Routes } from '../platform/http/http-services.ts'
import { declareCommand } from '../platform/http/route.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { answerDue } from './bank-holidays.ts'
import {
  addEvent,
  addOverride,
  addQuestion,
  answerQuestion,
  endOverride,
  withdrawEvent,
} from './commands.ts'
import { currentPromise } from './current.ts'
import { findPromise, promiseOf } from './queries.ts'

export const promiseEntryRoutes = (routes: Routes, services: Knowledge): void => {
  const of = ({ id }: { id: string }) => promiseOf(services, id)
  const reply = (_: unknown, { params }: { params: { id: string } }) =>
    findPromise(services, params.id, {})
  const entries = ({ params }: { params: { id: string } }) =>
    currentPromise(services, of(params), 'first')
  // Who judges beside the computed status judges that one.
  const judged = ({ params }: { params: { id: string } }) =>
    currentPromise(services, of(params), 'all')
  declareCommand(routes, askQuestionEndpoint, {
    run: async ({ params, body, asker, refuseChanged }) => {
      const promise = of(params)
      const dueOn = await answerDue(body.askedOn)
      services.store.write((tx) => {
        refuseChanged()
        addQuestion({ tx, promise, asker }, body, dueOn)
      })
    },
    current: entries,
    reply,
  })
  declareCommand(routes, answerQuestionEndpoint, {
    write: (tx, { params, body, asker }) =>
      answerQuestion({ tx, promise: of(params), asker }, params.entry, body.answeredOn),
    current: entries,
    reply,
  })
  declareCommand(routes, setOverrideEndpoint, {
    write: (tx, { params, body, asker }) => addOverride({ tx, promise: of(params), asker }, body),
    current: judged,
    reply,
  })
  declareCommand(routes, endOverridesEndpoint, {
    write: (tx, { params, asker }) => endOverride({ tx, promise: of(params), asker }, null),
    current: judged,
    reply,
  })
  declareCommand(routes, endOverrideEndpoint, {
    write: (tx, { params, asker }) => endOverride({ tx, promise: of(params), asker }, params.entry),
    current: judged,
    reply,
  })
  declareCommand(routes, enterEventEndpoint, {
    write: (tx, { params, body, asker }) =>
      addEvent({ tx, promise: of(params), asker }, services.register(), body),
    current: entries,
    reply,
  })
  declareCommand(routes, withdrawEventEndpoint, {
    write: (tx, { params, asker }) =>
      withdrawEvent({ tx, promise: of(params), asker }, params.entry),
    current: entries,
    reply,
  })
}
