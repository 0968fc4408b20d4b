/** Sending to the API. Each rejects with `Refused` alone; nothing that was typed is touched. */
import type { Problem } from '@muster/shared/contract/problem'
import { UNREACHED } from './queries.ts'
import { Refused } from './refused.ts'

/** Null for a reply without content. */
export const sendJson = async <Reply>(
  method: 'POST' | 'PATCH' | 'DELETE',
  address: string,
  body: unknown = {},
): Promise<Reply> => {
  const response = await fetch(address, {
    method,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(refuseUnreached)
  const text = await response.text().catch(refuseUnreached)
  return read<Reply>(response.ok, text === '' ? 'null' : text)
}

/** By XMLHttpRequest, because `fetch` does not tell how much of a long file has gone. */
export const sendForm = <Reply>(
  address: string,
  form: FormData,
  onProgress: (share: number) => void,
): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('accept', 'application/json')
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total)
    })
    request.addEventListener('load', () => {
      const isFine = request.status >= 200 && request.status < 300
      try {
        resolve(read<Reply>(isFine, request.responseText))
      } catch (refused) {
        reject(refused)
      }
    })
    for (const event of ['error', 'abort', 'timeout'])
      request.addEventListener(event, () => reject(new Refused(UNSENT)))
    request.send(form)
  })

const read = <Reply>(isFine: boolean, text: string): Reply => {
  const value = parse(text)
  if (!isFine) throw new Refused(value as Problem)
  return value as Reply
}

/** What is no JSON comes from something that stands before the server. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return refuseUnreached()
  }
}

const refuseUnreached = (): never => {
  throw new Refused(UNSENT)
}

const UNSENT: Problem = {
  ...UNREACHED,
  detail: 'Nothing was lost here. Check the connection and try again.',
}
