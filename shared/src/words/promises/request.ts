/** The question that would settle a promise: polite, plain, and exact about what is asked. */
import type { Basis } from '../../domain/series/observation.ts'
import type { PromiseKind, PromiseRecord } from '../../domain/verdicts/promise.ts'
import { formatDate, formatList } from '../format.ts'
import { lowerFirst } from '../measure.ts'
import { placeName } from '../place-name.ts'

type RequestKind = 'foi' | 'mayors-question' | 'letter'

export type Request = {
  kind: RequestKind
  promise: Pick<PromiseRecord, 'document' | 'published' | 'words' | 'kind' | 'table'>
  /** What is counted: one line each. */
  measures: readonly { name: string; definition: string; unit: string; basis: Basis | null }[]
  /** Names of the areas. */
  areas: readonly string[]
  from: string
  until: string | null
  /** Is it counted from a number that nobody published? */
  lacksBaseline: boolean
}

export const requestBody = (request: Request): string => {
  const { kind, promise } = request
  const asks = [
    ...request.measures.map((measure) => measureLine(measure, request)),
    ...(request.lacksBaseline ? ['The starting number, with its date and basis.'] : []),
    FATES[promise.kind],
  ]
  return [
    OPENINGS[kind],
    '',
    `${sourceOf(promise)} says, in our words: ${promise.words}`,
    '',
    kind === 'mayors-question'
      ? 'Please will you state, or publish with your answer:'
      : 'Please send us:',
    ...asks.map((ask, index) => `${index + 1}. ${ask}`),
    '',
    `Please send the figures as a CSV file, with the definition used. If a figure is not held for ${request.areas.length > 1 ? 'these areas' : 'this area'}, please say so and say for which areas it is held.`,
    ...(kind === 'foi'
      ? [
          '',
          'If part of this can be sent sooner than the rest, we would be glad of that part first.',
        ]
      : []),
    '',
    'Thank you.',
  ].join('\n')
}

const measureLine = (
  { name, definition, unit, basis }: Request['measures'][number],
  { areas, from, until, promise }: Request,
): string => {
  const places = formatList(areas.map(placeName))
  const table = promise.table === '' ? '' : ` We believe it is in: ${promise.table}.`
  if (unit === 'events')
    return `A list of ${lowerFirst(name)} in ${places} ${periodOf(from, until)}, each with its date and place; if there was none, please say so.${table}`
  const counted = STAFF_UNITS.includes(unit) ? `, ${BASIS_WORDS[basis ?? 'not_stated']},` : ','
  return `${name} (${firstSentence(definition)})${counted} for ${places}, at each month end ${periodOf(from, until)}${until === null ? '' : ', and for the latest month held'}.${table}`
}

const periodOf = (from: string, until: string | null): string =>
  until === null
    ? `from ${formatDate(from)} to the latest month held`
    : `from ${formatDate(from)} to ${formatDate(until)}`

/** A definition goes on to say what not to confuse it with; that is for readers of our pages. */
const firstSentence = (definition: string): string => {
  const sentence = /^.*?[.:;](?= |$)/.exec(definition)?.[0].slice(0, -1) ?? definition
  return lowerFirst(sentence)
}

/** Some documents are named with their date. */
const sourceOf = ({ document, published }: Request['promise']): string =>
  published === '' || document.includes(formatDate(published))
    ? document
    : `${document} (${formatDate(published)})`

const BASIS_WORDS: Record<Basis, string> = {
  fte: 'as full-time equivalents (FTE)',
  headcount: 'as headcount',
  posts: 'as posts in the budget, and how many of them are filled',
  not_stated: 'as full-time equivalents (FTE) and as headcount, each stated',
}

const STAFF_UNITS: readonly string[] = ['people', 'posts']

const FATES: Record<PromiseKind, string> = {
  undertaking:
    'Whether the commitment is still in force; if it was changed or dropped, the date and the document.',
  plan: 'Whether the plan is still in force; if it was changed or dropped, the date and the document.',
  budget: 'Whether the budget is still in force; if it was changed, the date and the document.',
  forecast: 'Whether the forecast still stands; if there is a newer one, its date and document.',
  'planned-cut':
    'Whether the reduction was carried out; if it was changed or dropped, the date and the document.',
  ask: 'Whether this was agreed to; if so, the date and the document.',
  claim: 'What this is counted against, with the date and the document.',
  recommendation: 'Whether this was accepted; if so, the date and the document.',
}

const OPENINGS: Record<RequestKind, string> = {
  foi: 'Dear colleague,\n\nThis is a request under the Freedom of Information Act 2000.',
  'mayors-question': 'Question to the Mayor',
  letter:
    'Dear Borough Commander,\n\nWe review staffing commitments each quarter and would be grateful for your help with one of them.',
}
