/** The one place where errors become answers. What the server did not expect is never told. */

import type { Socket } from 'node:net'
import { PROBLEMS, ProblemError, toProblem } from '@muster/shared/contract/problem'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { storeFault } from '../db/store-fault.ts'

export const handleErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error: FastifyError | ProblemError, request, reply) => {
    const problem = problemOf(error)
    if (!(error instanceof ProblemError) && PROBLEMS[problem.code].status >= 500)
      request.log.error(error)
    return sendProblem(reply, problem)
  })
}

export const sendProblem = (reply: FastifyReply, error: ProblemError): FastifyReply => {
  const problem = toProblem(error)
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(problem)
}

/** What cannot even be read as HTTP, answered by hand: there is no reply to answer by. */
export const answerUnreadable = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const [status, problem] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', TOO_LONG]
      : ['400 Bad Request', UNREADABLE]
  const body = JSON.stringify({ ...toProblem(problem), status: Number(status.slice(0, 3)) })
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n${body}`,
  )
}

export const problemOf = (error: FastifyError | ProblemError): ProblemError => {
  if (error instanceof ProblemError) return error
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.code === 'FST_REQ_FILE_TOO_LARGE')
    return new ProblemError('too-large', 'The request is larger than this server takes.')
  const fault = storeFault(error)
  if (fault !== null) return new ProblemError('not-ready', fault)
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return UNREADABLE
  return new ProblemError(
    'internal',
    'The server met something it did not expect. It is written in its log; please try again.',
  )
}

const UNREADABLE = new ProblemError('bad-request', 'The request cannot be read as HTTP or JSON.')
const TOO_LONG = new ProblemError(
  'too-large',
  'The address of the request, with its headers, is longer than this server takes.',
)
