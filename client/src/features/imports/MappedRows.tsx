import type { FileMapping, MappingPreview } from '@muster/shared/contract/import'
import type { Problem } from '@muster/shared/contract/problem'
import { formatDate, formatNumber } from '@muster/shared/words/format'
import { BASIS_TERMS, MISSING_TERMS } from '@muster/shared/words/terms'
import { useEffect, useState } from 'react'
import { importAddress } from '../../api/addresses.ts'
import { sendJson } from '../../api/send.ts'
import { ScrollBox } from '../../ui/ScrollBox.tsx'
import { FindingTable } from './FindingTable.tsx'
import { countOf } from './import-words.ts'

type Given = { id: string; mapping: FileMapping | null }

/** Asked again a moment after the last change, so that typing is not a request a letter. */
export const MappedRows = ({ id, mapping }: Given) => {
  const [preview, setPreview] = useState<MappingPreview | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const question = mapping === null ? null : JSON.stringify({ mapping })
  useEffect(() => {
    if (question === null) {
      setPreview(null)
      return
    }
    let isOld = false
    const asking = setTimeout(async () => {
      const sent = await sendJson<MappingPreview>(
        'POST',
        `${importAddress(id)}/mapping/preview`,
        JSON.parse(question),
      )
      if (isOld) return
      setProblem(sent.problem)
      setPreview(sent.reply)
    }, PAUSE_MS)
    return () => {
      isOld = true
      clearTimeout(asking)
    }
  }, [id, question])
  return (
    <div className="as-read">
      <h3>The first rows as they would be read</h3>
      <p role="status">{statusOf(mapping, preview, problem)}</p>
      {preview !== null && preview.figures.length > 0 && <Figures figures={preview.figures} />}
      {preview !== null && preview.findings.length > 0 && (
        <FindingTable name="Faults in the first rows" findings={preview.findings} />
      )}
    </div>
  )
}

const statusOf = (
  mapping: FileMapping | null,
  preview: MappingPreview | null,
  problem: Problem | null,
): string => {
  if (mapping === null)
    return 'They appear here as soon as figures, area, date, measure and basis are known.'
  if (problem !== null) return problem.detail
  if (preview === null) return 'Reading the first rows…'
  return `From at most ${formatNumber(preview.rows)} rows, the first ${countOf(preview.figures.length, 'figure')} and ${countOf(preview.findings.length, 'fault')}.`
}

const Figures = ({ figures }: Pick<MappingPreview, 'figures'>) => (
  <ScrollBox name="The first rows as they would be read">
    <table>
      <thead>
        <tr>
          <th scope="col">Cell</th>
          <th scope="col">Measure</th>
          <th scope="col">Counted as</th>
          <th scope="col">Area</th>
          <th scope="col">Date</th>
          <th scope="col" className="number">
            Value
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.where}>
            <th scope="row">{figure.where}</th>
            <td>{figure.metric}</td>
            <td>{BASIS_TERMS[figure.basis].label}</td>
            <td>
              {figure.areaName} ({figure.area})
            </td>
            <td>{formatDate(figure.date)}</td>
            <td className="number">
              {figure.value === null
                ? figure.missing !== null &&
                  `${MISSING_TERMS[figure.missing].mark} ${MISSING_TERMS[figure.missing].label}`
                : formatNumber(figure.value, Number.isInteger(figure.value) ? 0 : 2)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollBox>
)

const PAUSE_MS = 350
