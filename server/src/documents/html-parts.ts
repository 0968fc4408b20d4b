/** Pieces of the offline file: tables whose numbers lead to their evidence, in the same file. */
import { text as escaped } from '@muster/shared/charts/svg/element'
import type { ReviewCell, ReviewTable } from '@muster/shared/words/reviews/cell'

/** An id that may stand in an address; the same for the same figure. */
export const anchorOf = (observation: string): string =>
  `e-${observation.replace(/[^\w-]/g, (sign) => `_${sign.charCodeAt(0).toString(36)}`)}`

/** @param known figures that have a row among the evidence. */
export const tableHtml = (table: ReviewTable, known: ReadonlySet<string>): string => {
  const head = table.columns
    .map(
      ({ label, numeric }) =>
        `<th scope="col"${numeric ? ' class="n"' : ''}>${escaped(label)}</th>`,
    )
    .join('')
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, index) => cellHtml(cell, index, table, known))
    return `<tr>${cells.join('')}</tr>`
  })
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(table.title)}"><table id="t-${escaped(table.id)}"><caption>${escaped(table.title)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

/** `data-value` is the number itself, `data-code` why there is none: for programs that read the file. */
const cellHtml = (
  cell: ReviewCell,
  index: number,
  { id, columns }: ReviewTable,
  known: ReadonlySet<string>,
): string => {
  const numeric = columns[index]?.numeric === true
  const isEvidence = id === 'evidence' && index === 0 && cell.observation !== null
  const attributes = [
    numeric ? ' class="n"' : '',
    cell.value === null ? '' : ` data-value="${cell.value}"`,
    cell.code === null ? '' : ` data-code="${escaped(cell.code)}"`,
    isEvidence ? ` id="${anchorOf(cell.observation ?? '')}"` : '',
  ].join('')
  const text = escaped(cell.text)
  const linked =
    !isEvidence && cell.observation !== null && known.has(cell.observation)
      ? `<a href="#${anchorOf(cell.observation)}">${text}</a>`
      : text
  return index === 0
    ? `<th scope="row"${attributes}>${linked}</th>`
    : `<td${attributes}>${linked}</td>`
}
