/**
 * The words of the field: a label and one sentence for each, used alike by page, chart, table, file
 * and glossary. The letters in brackets are the reason codes of official statistics.
 */
import type { Basis, Flag, Missing, Trust } from '../domain/series/observation.ts'
import type { Need, PromiseKind, PromiseStatus, Reason } from '../domain/verdicts/promise.ts'

export type Term = { label: string; definition: string }

/** A status with its rule, and with its word for each kind of promise where that is another. */
export type StatusTerm = Term & { byKind: Partial<Record<PromiseKind, string>> }

/** `mark` stands in the column of codes: `[x]`, or a word where no letter is agreed. */
export type MarkedTerm = Term & { mark: string }

export const BASIS_TERMS: Record<Basis, Term> = {
  fte: {
    label: 'FTE',
    definition:
      'Full-time equivalents: two people who each work half of the full hours count as one.',
  },
  headcount: {
    label: 'headcount',
    definition: 'People, each counted as one whatever their hours.',
  },
  posts: { label: 'posts', definition: 'Posts that exist in the budget, filled or not.' },
  not_stated: {
    label: 'basis not stated',
    definition: 'The source does not say whether it counts people, full-time equivalents or posts.',
  },
}

export const TRUST_TERMS: Record<Trust, Term> = {
  primary: {
    label: 'primary source',
    definition: 'Taken from the publisher’s own file or page.',
  },
  secondary: {
    label: 'secondary source',
    definition: 'Quoted by someone other than the publisher.',
  },
  unverified: {
    label: 'unverified',
    definition:
      'A transcription that nobody has checked; it is drawn hollow and never decides a promise by itself.',
  },
}

export const MISSING_TERMS: Record<Missing, MarkedTerm> = {
  x: { mark: '[x]', label: 'not published', definition: 'No figure was published.' },
  z: {
    mark: '[z]',
    label: 'not applicable',
    definition: 'A figure cannot exist here, as for an area before it was formed.',
  },
  c: {
    mark: '[c]',
    label: 'withheld',
    definition: 'The publisher holds the figure and withholds it.',
  },
  u: {
    mark: '[u]',
    label: 'low reliability',
    definition: 'The figure is too unreliable to be used.',
  },
}

export const FLAG_TERMS: Record<Flag, MarkedTerm> = {
  e: { mark: '[e]', label: 'estimate', definition: 'The publisher calls the figure an estimate.' },
  p: {
    mark: '[p]',
    label: 'provisional',
    definition: 'The publisher expects to revise the figure.',
  },
  r: {
    mark: '[r]',
    label: 'revised',
    definition: 'A later release gives another value than an earlier one did.',
  },
  b: {
    mark: '[b]',
    label: 'break',
    definition:
      'Definition, geography or counting changed here, so no change is computed across it.',
  },
  u: { mark: '[u]', label: 'low reliability', definition: 'The figure is of low reliability.' },
  c: { mark: '[c]', label: 'withheld', definition: 'A part of the figure is withheld.' },
  f: { mark: '[f]', label: 'forecast', definition: 'The figure is a forecast, not a count.' },
  partial: {
    mark: 'partial',
    label: 'partial',
    definition: 'The period or the coverage is incomplete, so the figure joins no line or change.',
  },
  mean: {
    mark: 'mean',
    label: 'mean',
    definition:
      'A mean of the 12 months to its date, not a count on a day, so it joins no line or change.',
  },
  sum: { mark: 'sum', label: 'sum', definition: 'Added up here from its published parts.' },
  derived: {
    mark: 'derived',
    label: 'derived',
    definition: 'Computed here from two published figures.',
  },
}

export const STATUS_TERMS: Record<PromiseStatus, StatusTerm> = {
  broken: {
    label: 'Broken',
    definition:
      'The due date has passed and the value fell short, or the promise was missed on the way, or withdrawn or replaced by a document of those who made it.',
    byKind: {
      plan: 'Not met',
      budget: 'Not met',
      forecast: 'Missed',
      'planned-cut': 'Not carried out',
      ask: 'Not granted',
      claim: 'Not borne out',
      recommendation: 'Not followed',
    },
  },
  behind: {
    label: 'Behind',
    definition: 'Not yet due, and the newest value is short of what was due by now.',
    byKind: {},
  },
  depends: {
    label: 'Depends',
    definition: 'Readings that the words allow equally come out differently; each is shown.',
    byKind: {},
  },
  'cannot-be-checked': {
    label: 'Cannot be checked',
    definition: 'The words or the figures at hand do not allow a verdict; the reason is given.',
    byKind: {},
  },
  'on-course': {
    label: 'On course',
    definition: 'Not yet due, and the newest value is at least what was due by now.',
    byKind: {},
  },
  kept: {
    label: 'Kept',
    definition: 'The due date has passed and the first value at or after it reached the target.',
    byKind: {
      plan: 'Met',
      budget: 'Met',
      forecast: 'Came true',
      'planned-cut': 'Carried out',
      ask: 'Granted',
      claim: 'Borne out',
      recommendation: 'Followed',
    },
  },
}

export const REASON_TERMS: Record<Reason, Term> = {
  'unclear-wording': {
    label: 'unclear wording',
    definition: 'The words do not say what is counted, where, or how much.',
  },
  'no-baseline': {
    label: 'no baseline',
    definition: 'It is counted from a starting number, and that number is not given.',
  },
  'no-date': { label: 'no date', definition: 'The promise does not say by when.' },
  'not-published-for-this-area': {
    label: 'not published for this area',
    definition:
      'Somebody responsible says that no such figures are published, or a publication that is whole leaves them out.',
  },
  'not-loaded': {
    label: 'not loaded',
    definition: 'Figures that would test it are published, and have not been imported here.',
  },
  'not-found': {
    label: 'not found',
    definition: 'No figures that would test it were found; that none were published is not known.',
  },
  'definition-changed': {
    label: 'definition changed',
    definition: 'What is counted has changed since, and nothing bridges the two definitions.',
  },
  'figures-late': {
    label: 'figures late',
    definition: 'The newest value is older than two publication periods.',
  },
  'too-early': { label: 'too early', definition: 'No value has been published since it was made.' },
  'not-verified': {
    label: 'not verified',
    definition: 'Only unverified figures exist, and they decide nothing by themselves.',
  },
}

export const KIND_TERMS: Record<PromiseKind, Term> = {
  undertaking: { label: 'promise', definition: 'Someone undertook that it will be so.' },
  plan: {
    label: 'plan',
    definition: 'An intention with a level or a date, or posts to be filled.',
  },
  budget: { label: 'budget', definition: 'Money for a level; nobody committed to reach it.' },
  forecast: { label: 'forecast', definition: 'What someone expected, without committing to it.' },
  'planned-cut': { label: 'planned cut', definition: 'A published intention to have fewer.' },
  ask: { label: 'ask', definition: 'What others asked for; nobody committed to it.' },
  claim: { label: 'claim', definition: 'What someone said was so; it promises nothing.' },
  recommendation: {
    label: 'recommendation',
    definition: 'What an inquiry or an inspector advised.',
  },
}

export const NEED_LABELS: Record<Need, string> = {
  metric: 'what is counted',
  basis: 'the basis (FTE, headcount or posts)',
  area: 'the area',
  direction: 'the direction',
  baseline: 'the baseline',
  target: 'the target',
  due: 'the due date',
  series: 'a published series',
}
