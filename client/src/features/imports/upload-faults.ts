/** What is wrong with the form of a file, by its field; empty when nothing is. */
import { IMPORT_FAULTS, MOST_FILE_BYTES } from '@muster/shared/contract/import'
import type { Problem } from '@muster/shared/contract/problem'

export type UploadFaults = { source?: string; file?: string; published?: string }

/** Before it is sent. */
export const faultsOf = (fields: FormData): UploadFaults => {
  const file = fields.get('file')
  const published = String(fields.get('published')).trim()
  return {
    ...(fields.get('source') === '' ? { source: 'Choose the source.' } : {}),
    ...(!(file instanceof File) || file.name === '' ? { file: 'Choose a file.' } : {}),
    ...(file instanceof File && file.size > MOST_FILE_BYTES
      ? { file: IMPORT_FAULTS['too-large'] }
      : {}),
    ...(published === '' || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(published)
      ? {}
      : { published: IMPORT_FAULTS['bad-date'] }),
  }
}

/** As the API answers. */
export const faultsIn = ({ type, errors = [] }: Problem): UploadFaults => {
  if (type.endsWith('#bad-date')) return { published: IMPORT_FAULTS['bad-date'] }
  if (type.endsWith('#too-large')) return { file: IMPORT_FAULTS['too-large'] }
  return Object.fromEntries(errors.map(({ pointer, detail }) => [pointer.slice(1), detail]))
}
