/** What stands about a promise now, for writes that are made on it. */
import type { PromiseRecord } from '@muster/shared/domain/verdicts/promise'
import { formatDate } from '@muster/shared/words/format'
import { statusWord, statusWords } from '@muster/shared/words/promises/status-words'
import { type Current, versionOf } from '../platform/http/made-on.ts'
import type { Knowledge } from '../reference/knowledge.ts'
import { type Asking, askingOf } from './asking.ts'
import { findEntries } from './entries.ts'

/** The version that its page carries, whatever day the page is of. */
export const versionOfPromise = (asking: Asking, promise: PromiseRecord): string => {
  const { services, register, judge, at, known } = asking
  const today = services.today()
  const isToday = at === today && known.asOf === undefined
  const entries = isToday ? asking.entries : findEntries(services.store.read, register, today)
  const { status } = judge.promise(promise, today, isToday ? known : {})
  const { id } = promise
  const questions = entries.questions(id).map(({ daysWaiting: _, ...question }) => question)
  return versionOf([questions, entries.overrides(id), entries.events(id)], status)
}

export const currentPromise = (
  services: Knowledge,
  promise: PromiseRecord,
  compared: 'first' | 'all',
): Current => {
  const asking = askingOf(services, {}, [promise])
  const { judge, entries, at, known } = asking
  const { id, kind } = promise
  return {
    version: versionOfPromise(asking, promise),
    compared,
    text: [
      `Computed: ${statusWords(judge.promise(promise, at, known), kind)}.`,
      ...entries
        .overrides(id)
        .map(
          ({ status, by, on, endedOn, reason }) =>
            `${by} recorded it as ${statusWord(status, kind)} on ${formatDate(on)}${ended('ended', endedOn)}: ${reason}`,
        ),
      ...entries
        .questions(id)
        .map(
          ({ to, askedOn, answeredOn, by }) =>
            `Question to ${to}, asked on ${formatDate(askedOn)}, entered by ${by}${ended('answered', answeredOn)}.`,
        ),
      ...entries
        .events(id)
        .map(
          ({ areaName, date, what, by, withdrawnOn }) =>
            `${areaName}, ${formatDate(date)}: ${what}, entered by ${by}${ended('withdrawn', withdrawnOn)}.`,
        ),
    ],
  }
}

const ended = (word: string, on: string | null): string =>
  on === null ? '' : `, ${word} on ${formatDate(on)}`
