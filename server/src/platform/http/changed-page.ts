/**
 * The answer to a plain form that was made on something that changed meanwhile: both texts, and the
 * form once more with all that was typed, made on what is shown here.
 */
import type { ChangedMeanwhile } from '@muster/shared/contract/problem'

/** @param action The path of the form; the page it belongs to is above it. */
export const changedPage = (
  action: string,
  fields: Readonly<Record<string, string>>,
  error: ChangedMeanwhile,
): string => {
  const list = (lines: readonly string[]) =>
    lines.length === 0
      ? '<p>Nothing but the button.</p>'
      : `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
  const typed = Object.entries(fields).map(
    ([name, value], index) =>
      `<p><label for="typed-${index}">${escaped(name.replace(':', ': '))}</label><br><textarea id="typed-${index}" name="${escaped(name)}" rows="2">${escaped(value)}</textarea></p>`,
  )
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Changed meanwhile - Muster</title><style>${STYLE}</style></head>
<body><main><h1>Nothing was written yet</h1>
<p>${escaped(error.message)}</p>
<h2>What stands now</h2>${list(error.current.text)}
<h2>What you sent</h2>${list(error.given.text)}
<form method="post" action="${escaped(action)}?version=${encodeURIComponent(error.current.version)}">
${typed.join('\n')}
<p><button type="submit">Send mine, knowing what stands now</button></p></form>
<p><a href="${escaped(action.slice(0, action.lastIndexOf('/')))}">Leave it as it stands</a></p>
</main></body></html>
`
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const STYLE =
  'body{font:1rem/1.5 sans-serif;max-width:42rem;margin:0 auto;padding:1rem}textarea{width:100%;font:inherit}li,label{overflow-wrap:anywhere}button{font:inherit;padding:.5rem 1rem}'
