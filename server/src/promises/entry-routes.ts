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
import { findPromise, promiseOf } from './queries.ts'

export const promiseEntryRoutes = (routes: Routes, services: Knowledge): void => {
  const of = ({ id }: { id: string }) => promiseOf(services, id)
  const reply = (_: unknown, { params }: { params: { id: string } }) =>
    findPromise(services, params.id, {})
  declareCommand(routes, askQuestionEndpoint, {
    run: async ({ params, body, asker }) => {
      const promise = of(params)
      const dueOn = await answerDue(body.askedOn)
      services.store.write((tx) => addQuestion(tx, promise, body, dueOn, asker))
    },
    reply,
  })
  declareCommand(routes, answerQuestionEndpoint, {
    write: (tx, { params, body, asker }) =>
      answerQuestion(tx, of(params), params.entry, body.answeredOn, asker),
    reply,
  })
  declareCommand(routes, setOverrideEndpoint, {
    write: (tx, { params, body, asker }) => addOverride(tx, of(params), body, asker),
    reply,
  })
  declareCommand(routes, endOverridesEndpoint, {
    write: (tx, { params, asker }) => endOverride(tx, of(params), null, asker),
    reply,
  })
  declareCommand(routes, endOverrideEndpoint, {
    write: (tx, { params, asker }) => endOverride(tx, of(params), params.entry, asker),
    reply,
  })
  declareCommand(routes, enterEventEndpoint, {
    write: (tx, { params, body, asker }) =>
      addEvent(tx, services.register(), of(params), body, asker),
    reply,
  })
  declareCommand(routes, withdrawEventEndpoint, {
    write: (tx, { params, asker }) => withdrawEvent(tx, of(params), params.entry, asker),
    reply,
  })
}
