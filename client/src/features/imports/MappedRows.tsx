import type { FileMapping, MappingPreview } from '@muster/shared/contract/import'
import type { Problem } from '@muster/shared/contract/problem'
import { formatDate, formatNumber } from '@muster/shared/words/format'
import { BASIS_TERMS, MISSING_TERMS } from '@muster/shared/words/terms'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { importAddress } from '../../api/addresses.ts'
import type { Refused } from '../../api/refused.ts'
import { sendJson } from '../../api/send.ts'
import { Table } from '../../ui/Table.tsx'
import { FindingTable } from './FindingTable.tsx'
import { countOf } from './import-words.ts'
import { useSettled } from './use-settled.ts'

type Given = { id: string; mapping: FileMapping | null }

/** Asked again a moment after the last change, so that typing is not a request a letter. */
export const MappedRows = ({ id, mapping }: Given) => {
  const address = `${importAddress(id)}/mapping/preview`
  const question = useSettled(mapping === null ? null : JSON.stringify({ mapping }), PAUSE_MS)
  // A preview writes nothing: it is a question, though what it asks with is too long for an address.
  const { data, error } = useQuery<MappingPreview, Refused>({
    queryKey: [address, question],
    queryFn: () => sendJson<MappingPreview>('POST', address, JSON.parse(question ?? '')),
    enabled: question !== null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })
  const preview = mapping === null || error !== null ? null : (data ?? null)
  return (
    <div className="as-read">
      <h3>The first rows as they would be read</h3>
      <p role="status">{statusOf(mapping, preview, error?.problem ?? null)}</p>
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

type Figure = MappingPreview['figures'][number]

const Figures = ({ figures }: { figures: readonly Figure[] }) => (
  <Table
    name="The first rows as they would be read"
    rows={figures}
    keyOf={({ where }) => where}
    columns={[
      { head: 'Cell', cell: ({ where }) => where },
      { head: 'Measure', cell: ({ metric }) => metric },
      { head: 'Counted as', cell: ({ basis }) => BASIS_TERMS[basis].label },
      { head: 'Area', cell: ({ areaName, area }) => `${areaName} (${area})` },
      { head: 'Date', cell: ({ date }) => formatDate(date) },
      { head: 'Value', number: true, cell: shownValue },
    ]}
  />
)

const shownValue = ({ value, missing }: Figure): string => {
  if (value !== null) return formatNumber(value, Number.isInteger(value) ? 0 : 2)
  return missing === null ? '' : `${MISSING_TERMS[missing].mark} ${MISSING_TERMS[missing].label}`
}

const PAUSE_MS = 350
