/** Sending to the API. A problem is an answer here as well; nothing that was typed is touched. */
import type { Problem } from '@muster/shared/contract/problem'

export type Sent<Reply> = { reply: Reply; problem: null } | { reply: null; problem: Problem }

export const sendJson = async <Reply>(
  method: 'POST' | 'PATCH' | 'DELETE',
  address: string,
  body: unknown = {},
): Promise<Sent<Reply>> => {
  try {
    const response = await fetch(address, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    return read<Reply>(response.ok, text === '' ? 'null' : text)
  } catch {
    return { reply: null, problem: UNREACHED }
  }
}

/** By XMLHttpRequest, because `fetch` does not tell how much of a long file has gone. */
export const sendForm = <Reply>(
  address: string,
  form: FormData,
  onProgress: (share: number) => void,
): Promise<Sent<Reply>> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('accept', 'application/json')
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total)
    })
    request.addEventListener('load', () => {
      const isFine = request.status >= 200 && request.status < 300
      resolve(read<Reply>(isFine, request.responseText))
    })
    for (const event of ['error', 'abort', 'timeout'])
      request.addEventListener(event, () => resolve({ reply: null, problem: UNREACHED }))
    request.send(form)
  })

const read = <Reply>(isFine: boolean, text: string): Sent<Reply> => {
  try {
    const value: unknown = JSON.parse(text)
    return isFine
      ? { reply: value as Reply, problem: null }
      : { reply: null, problem: value as Problem }
  } catch {
    return { reply: null, problem: UNREACHED }
  }
}

const UNREACHED: Problem = {
  type: '/problems#unreached',
  title: 'The server cannot be reached',
  status: 503,
  detail: 'Nothing was lost here. Check the connection and try again.',
}
