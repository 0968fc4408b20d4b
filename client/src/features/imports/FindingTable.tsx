import type { ImportFinding } from '@muster/shared/contract/import'
import { LongTable } from './LongTable.tsx'

type Given = { name: string; findings: readonly ImportFinding[] }

/** Every finding with its cell as the spreadsheet shows it. */
export const FindingTable = ({ name, findings }: Given) => (
  <LongTable
    name={name}
    className="findings"
    first={100}
    noun="line"
    rows={findings}
    keyOf={(_, index) => index}
    columns={[
      { head: 'Cell', cell: placeOf },
      {
        head: 'Finding',
        cell: ({ sentence, suggestion }) => (
          <>
            {sentence}
            {suggestion !== null && <strong className="line">{suggestion}</strong>}
          </>
        ),
      },
      ...(findings.some(({ found, expected }) => found !== null && expected !== null)
        ? [
            { head: 'Found', cell: ({ found }: ImportFinding) => found },
            { head: 'Expected', cell: ({ expected }: ImportFinding) => expected },
          ]
        : []),
    ]}
  />
)

const placeOf = ({ cell, sheet, row }: ImportFinding): string =>
  cell ?? [sheet, row === null ? null : `row ${row}`].filter((part) => part !== null).join(', ')
