/** Which promises of a ledger a view of the register shows. */
import type { PromiseSummary } from '@muster/shared/contract/promise'
import type { ViewOf } from '@muster/shared/view/view'

export const isWanted = (view: ViewOf<'promises'>, promise: PromiseSummary): boolean =>
  (view.status === null || promise.status === view.status) &&
  (view.kind === null || promise.kind === view.kind) &&
  (view.year === null || promise.published.startsWith(view.year)) &&
  (view.maker === null || isSaidBy(promise, view.maker)) &&
  (view.text === null || speaksOf(promise, view.text))

/** The years in which the promises were made, newest first. */
export const yearsOf = (promises: readonly PromiseSummary[]): string[] =>
  [...new Set(promises.map(({ published }) => published.slice(0, 4)))]
    .filter((year) => /^\d{4}$/.test(year))
    .toSorted()
    .toReversed()

const isSaidBy = ({ madeBy, role, body }: PromiseSummary, maker: string): boolean =>
  [madeBy, role, body].some((text) => text.toLowerCase().includes(maker.toLowerCase()))

/** Every word has to be somewhere in what was said, where it stands, or how it came out. */
const speaksOf = (promise: PromiseSummary, wanted: string): boolean => {
  const { title, words, quote, document, scope, meaning, sentence, standing } = promise
  const said = [title, words, quote, document, scope, meaning, sentence, standing?.metricName ?? '']
    .join(' ')
    .toLowerCase()
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word))
}
