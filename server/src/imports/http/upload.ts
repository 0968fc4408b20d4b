/** The file of an import as a browser or a program sends it. */
import { ProblemError } from '@muster/shared/contract/problem'
import { DateText } from '@muster/shared/domain/series/period'
import type { FastifyRequest } from 'fastify'
import type { Upload } from '../jobs/import-records.ts'

/** @throws ProblemError `bad-request` when file or source is not there, `too-large` over 50 MB. */
export const uploadOf = async (request: FastifyRequest): Promise<Upload> => {
  if (!request.isMultipart())
    throw new ProblemError(
      'bad-request',
      'Send the file as multipart/form-data with the parts “file” and “source”.',
    )
  const fields = new Map<string, string>()
  let file: { bytes: Buffer; name: string } | null = null
  for await (const part of request.parts()) {
    if (part.type === 'field') fields.set(part.fieldname, String(part.value))
    else if (part.fieldname === 'file') file = { bytes: await part.toBuffer(), name: part.filename }
    else part.file.resume()
  }
  const missing = [...(file === null ? ['file'] : []), ...(fields.has('source') ? [] : ['source'])]
  if (file === null || missing.length > 0)
    throw new ProblemError(
      'bad-request',
      `The parts “file” and “source” are needed; missing: ${missing.join(', ')}.`,
      missing.map((name) => ({ pointer: `/${name}`, detail: `${name} is needed.` })),
    )
  const published = fields.get('published') ?? ''
  if (published !== '' && !DateText.safeParse(published).success)
    throw new ProblemError('bad-date', `published: “${published.slice(0, 40)}” is not a date.`)
  return {
    bytes: file.bytes,
    // Some browsers send a whole path; only the name is kept, and only what can be shown.
    fileName: (file.name.split(/[\\/]/).at(-1) ?? 'file').slice(0, 200),
    source: fields.get('source') ?? '',
    published: published === '' ? null : published,
  }
}
