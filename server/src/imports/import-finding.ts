/**
 * What an import has to say about a file: a sentence an analyst can act on, with the cell as the
 * spreadsheet shows it. A `stop` must be mended, a `tick` needs a name and a reason, a `note` is for
 * information.
 */
import { cellName } from '../files/cells/sheet.ts'

export type Finding = {
  level: 'stop' | 'tick' | 'note'
  code: FindingCode
  sentence: string
  sheet: string | null
  row: number | null
  column: number | null
  cell: string | null
  found: string | null
  expected: string | null
  suggestion: string | null
}

/** What each code means. Its level can differ with the layout. */
export const FINDINGS = {
  unreadable: 'The file cannot be opened or is damaged.',
  'unknown-layout': 'The file has none of the layouts that are known for the chosen source.',
  'other-source': 'The file has the layout of another source than the chosen one.',
  'nothing-found': 'The file was read, but contains no figure that can be imported.',
  'same-file': 'This exact file has been imported before.',
  'heading-missing': 'A column that the layout needs is not there.',
  'heading-unknown': 'A column is where the layout has none, or in place of another.',
  'heading-twice': 'Two columns have the same heading.',
  'extra-column': 'A column that the layout does not know was left out.',
  'unknown-area': 'A name or code is not an area of the register.',
  'unknown-metric': 'A name is not a metric of the register.',
  'unknown-basis': 'A word is not one of the bases, or the table does not say what it counts.',
  'basis-not-counted': 'The metric is not counted on this basis.',
  'unknown-trust': 'A word is not one of the levels of trust.',
  'unknown-flag': 'A mark is not one of the flags.',
  'unknown-missing': 'A mark is not one of the reasons why a value is missing.',
  'unknown-category': 'A category of the table is new, so its rows cannot be counted anywhere.',
  'bad-number': 'A cell does not hold a number that can be read without guessing.',
  'decimal-comma': 'Numbers were read with a comma before their decimals.',
  rounded: 'The file holds rounded figures where the publisher has exact ones.',
  percent: 'A percentage is where a count is expected.',
  negative: 'A count is below zero.',
  'not-whole': 'A count of people, offences or minutes has a fraction.',
  'empty-value': 'A cell that must hold a value is empty.',
  'value-or-reason': 'A row has neither a value nor a reason why it is missing, or has both.',
  'code-in-value': 'A reason code is in the column of values.',
  'bad-date': 'A cell does not hold a date that can be read without guessing.',
  'date-changed': 'A spreadsheet program mistook a month for a day of another year.',
  'ambiguous-date': 'A date can be read day first or month first; it was read day first.',
  'no-date': 'The file does not say what date its figures are of.',
  'date-from-name':
    'The date was taken from the name of the file, since the table does not say it.',
  'codes-disagree': 'The code and the name in a row mean two different areas.',
  'repeated-row': 'Two rows have the same keys, so a sum would count them twice.',
  duplicate: 'One metric, basis, area and date has two values in one file.',
  'area-missing': 'An area is absent although the others are there; that is not zero.',
  'incomplete-sum': 'A part of a sum is missing, so the sum is missing.',
  'parts-do-not-sum': 'The parts do not add up to the total that is printed with them.',
  'only-headcount': 'The source counts these workers as headcount only: no FTE is made.',
  'left-out': 'Rows, sheets or categories were left out, and why.',
  'example-row': 'The example of the template was not removed.',
  'unknown-mapping': 'The saved mapping does not fit the file.',
  'large-change': 'A value moved more than in any of the last eight periods.',
  'figures-missing': 'Figures that this source gave before are not in the file.',
  'edition-not-dated':
    'The file ends before figures already imported, and does not say when it was published.',
  'older-edition': 'A newer edition of this source has been imported already.',
} as const satisfies Record<string, string>

export type FindingCode = keyof typeof FINDINGS

/** Where something stands; `sheet` is null in a file that has no sheets. */
export type Place = { sheet: string | null; row: number | null; column: number | null }

export type Facts = { found?: string; expected?: string; suggestion?: string | null }

const finding =
  (level: Finding['level']) =>
  (code: FindingCode, sentence: string, place: Place = NOWHERE, facts: Facts = {}): Finding => ({
    level,
    code,
    sentence,
    ...place,
    cell:
      place.row === null || place.column === null
        ? null
        : cellName(place.sheet ?? '', place.row, place.column),
    found: facts.found ?? null,
    expected: facts.expected ?? null,
    suggestion: facts.suggestion ?? null,
  })

const NOWHERE: Place = { sheet: null, row: null, column: null }

export const stop = finding('stop')

/** What is wrong with a cell or a row, before it is known where that stands. */
export type Fault = { code: FindingCode; sentence: string } & Facts

export const stopAt = (place: Place, fault: Fault): Finding =>
  stop(fault.code, fault.sentence, place, fault)

export const tick = finding('tick')
export const note = finding('note')

/** `Did you mean Haringey, Harrow or Havering?`; null when nothing is near. */
export const didYouMean = (nearest: readonly string[]): string | null =>
  nearest.length === 0 ? null : `Did you mean ${inWords(nearest, 'or')}?`

/** `Did you mean …?` where a name was looked up and not found; null where it was, or nothing is near. */
export const nearestTo = (found: { nearest: readonly string[] } | object): string | null =>
  'nearest' in found ? didYouMean(found.nearest) : null

/** `a, b and c`. */
export const inWords = (words: readonly string[], last = 'and'): string =>
  words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`

/** What a cell holds, in quotation marks and not too long. */
export const quoted = (text: string): string =>
  `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`
