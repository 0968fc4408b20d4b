/** Declares an address that answers with a file, kept as every finished answer is. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendFinished } from '../platform/http/route.ts'
import type { Services } from '../services.ts'

export type MadeFile = {
  path: string
  type: string
  /** What it is called when it is saved; null where it is to be seen, not saved. */
  name: string | null
  headers?: Readonly<Record<string, string>>
  /** Of those that every answer has, which this one must not have. */
  withoutHeaders?: readonly string[]
  make: (request: FastifyRequest) => Promise<Buffer> | Buffer
}

export const declareFile = (app: FastifyInstance, services: Services, file: MadeFile): void => {
  app.get(file.path, async (request, reply): Promise<FastifyReply> => {
    const bytes = await finishedBytes(services, request, file)
    if (file.name !== null)
      reply.header('content-disposition', `attachment; filename="${file.name}"`)
    for (const [name, value] of Object.entries(file.headers ?? {})) reply.header(name, value)
    for (const name of file.withoutHeaders ?? []) reply.removeHeader(name)
    return sendFinished(services, request, reply, () => ({ type: file.type, status: 200, bytes }))
  })
}

/** Figures may change while a file is made; then it is made again, so that no old one is kept. */
const finishedBytes = async (
  services: Services,
  request: FastifyRequest,
  { make }: MadeFile,
): Promise<Buffer> => {
  for (;;) {
    const version = services.version()
    const kept = services.finished.get(request.raw.url ?? '', version)
    if (kept !== undefined) return kept.bytes
    const bytes = await make(request)
    if (services.version() === version) return bytes
  }
}
