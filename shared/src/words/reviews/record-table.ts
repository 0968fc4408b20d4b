/** The tables of a review that say what its figures rest on, and what was found and agreed. */
import type {
  EvidenceRow,
  ReviewAction,
  ReviewContent,
} from '../../domain/reviews/review-content.ts'
import { formatChange, formatDate } from '../format.ts'
import { MISSING_TERMS, TRUST_TERMS } from '../terms.ts'
import { columns, plain, type ReviewTable, words } from './cell.ts'

export const findingTable = ({ findings }: Pick<ReviewContent, 'findings'>): ReviewTable => ({
  id: 'changed',
  title: 'What changed, in order',
  columns: columns('Kind', 'Finding'),
  rows: findings.map(({ kind, sentence }) => [words(kind.replaceAll('-', ' ')), words(sentence)]),
})

export const revisionTable = ({ revisions }: Pick<ReviewContent, 'revisions'>): ReviewTable => ({
  id: 'revisions',
  title: 'Figures revised since they were first published',
  columns: columns('Measure', 'Area', 'Date', '#First published', '#Latest', '#Difference'),
  rows: revisions.map(({ metricName, areaName, unit, decimals, date, first, now, observation }) => [
    words(`${metricName} (${unit})`),
    words(areaName),
    words(formatDate(date)),
    plain(first, decimals),
    { ...plain(now, decimals), observation },
    first === null || now === null
      ? words('')
      : { ...plain(now - first, decimals), text: formatChange(now - first, decimals) },
  ]),
})

/** Where none is seen: no revision is claimed to be absent of what was loaded once. */
export const noRevisionSentence = ({ sources }: Pick<ReviewContent, 'sources'>): string => {
  const once = sources.filter(({ editions }) => editions < 2).length
  if (once === sources.length)
    return 'Only one edition of each source is loaded: revisions cannot be seen.'
  const rest =
    once === 0
      ? ''
      : ` Of ${once} of the ${sources.length} sources only one edition is loaded: their revisions cannot be seen.`
  return `No figure shown here differs between the loaded editions of its source.${rest}`
}

export const questionTable = ({ questions }: Pick<ReviewContent, 'questions'>): ReviewTable => ({
  id: 'questions',
  title: 'Questions to ask, from what cannot be checked',
  columns: columns('Question', 'Who to ask'),
  rows: questions.map(({ question, to }) => [words(question), words(to)]),
})

export const actionTable = (actions: readonly ReviewAction[]): ReviewTable => ({
  id: 'actions',
  title: 'Actions',
  columns: columns('Action', 'Owner', 'Due', 'Evidence', 'Done', 'Since'),
  rows: actions.map(({ text, owner, due, evidence, doneOn, carriedFrom }) => [
    words(text),
    words(owner),
    words(due === null ? 'no date' : formatDate(due)),
    words(evidence),
    words(doneOn === null ? 'open' : formatDate(doneOn)),
    words(carriedFrom ?? 'this quarter'),
  ]),
})

export const definitionTable = ({
  definitions,
}: Pick<ReviewContent, 'definitions'>): ReviewTable => ({
  id: 'definitions',
  title: 'Definitions',
  columns: columns('Measure', 'Definition'),
  rows: definitions.map(({ name, definition }) => [words(name), words(definition)]),
})

export const sourceTable = ({ sources }: Pick<ReviewContent, 'sources'>): ReviewTable => ({
  id: 'sources',
  title: 'Sources',
  columns: columns('Publisher', 'Title', 'Address', 'Licence', 'Trust'),
  rows: sources.map(({ publisher, title, url, licence, trust }) => [
    words(publisher),
    words(title),
    words(url),
    words(licence),
    words(TRUST_TERMS[trust].label),
  ]),
})

export const evidenceTable = (rows: readonly EvidenceRow[]): ReviewTable => ({
  id: 'evidence',
  title: 'Where each number was read',
  columns: columns(
    'Figure',
    'Date',
    '#Value',
    'As written in the source',
    'Source',
    'Edition',
    'Place in the source',
    'File',
  ),
  rows: rows.map((row) => [
    { ...words(row.label), observation: row.observation },
    words(formatDate(row.date)),
    {
      ...words(row.value === null ? absenceOf(row) : String(row.value)),
      value: row.value,
      code: row.missing === null ? null : MISSING_TERMS[row.missing].mark,
    },
    words(row.raw),
    words(row.source),
    words(row.edition),
    words(row.where),
    words(row.file),
  ]),
})

/** The files that the rows were read from, each with its hash. */
export const fileTable = (rows: readonly EvidenceRow[]): ReviewTable => ({
  id: 'files',
  title: 'Files',
  columns: columns('File', 'Edition', 'SHA-256'),
  rows: [
    ...new Map(rows.filter(({ file }) => file !== '').map((row) => [row.sha256, row])).values(),
  ].map(({ file, edition, sha256 }) => [words(file), words(edition), words(sha256)]),
})

const absenceOf = ({ missing }: EvidenceRow): string =>
  missing === null ? '' : MISSING_TERMS[missing].label
