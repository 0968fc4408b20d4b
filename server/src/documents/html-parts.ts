/** Pieces of the offline file: tables whose numbers lead to their evidence, in the same file. */
import { text as escaped } from '@muster/shared/charts/svg/element'
import type { ReviewCell, ReviewTable } from '@muster/shared/words/reviews/cell'

/**
 * The anchors of the figures that have a row among the evidence. A number each, since the identity of
 * a sum is as long as its parts are many, and stands at every mention.
 */
export type Anchors = ReadonlyMap<string, string>

export const anchorsOf = (evidence: readonly { observation: string }[]): Anchors =>
  new Map(evidence.map(({ observation }, index) => [observation, `e${index + 1}`]))

export const tableHtml = (table: ReviewTable, anchors: Anchors): string => {
  const head = table.columns
    .map(
      ({ label, numeric }) =>
        `<th scope="col"${numeric ? ' class="n"' : ''}>${escaped(label)}</th>`,
    )
    .join('')
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, index) => cellHtml(cell, index, table, anchors))
    return `<tr>${cells.join('')}</tr>`
  })
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(table.title)}"><table id="t-${escaped(table.id)}"><caption>${escaped(table.title)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

/** `data-value` is the number itself, `data-code` why there is none: for programs that read the file. */
const cellHtml = (
  cell: ReviewCell,
  index: number,
  { id, columns }: ReviewTable,
  anchors: Anchors,
): string => {
  const numeric = columns[index]?.numeric === true
  const anchor = anchors.get(cell.observation ?? '')
  const isEvidence = id === 'evidence' && index === 0 && anchor !== undefined
  const attributes = [
    numeric ? ' class="n"' : '',
    cell.value === null ? '' : ` data-value="${cell.value}"`,
    cell.code === null ? '' : ` data-code="${escaped(cell.code)}"`,
    isEvidence ? ` id="${anchor}"` : '',
  ].join('')
  const text = escaped(cell.text)
  const linked = !isEvidence && anchor !== undefined ? `<a href="#${anchor}">${text}</a>` : text
  return index === 0
    ? `<th scope="row"${attributes}>${linked}</th>`
    : `<td${attributes}>${linked}</td>`
}
