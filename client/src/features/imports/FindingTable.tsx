import type { ImportFinding } from '@muster/shared/contract/import'
import { useState } from 'react'
import { ScrollBox } from '../../ui/ScrollBox.tsx'
import { countOf } from './import-words.ts'

type Given = { name: string; findings: readonly ImportFinding[] }

/** Every finding with its cell as the spreadsheet shows it; a long list begins with its first. */
export const FindingTable = ({ name, findings }: Given) => {
  const [isWhole, setWhole] = useState(false)
  const hasFound = findings.some(({ found, expected }) => found !== null && expected !== null)
  const shown = isWhole ? findings : findings.slice(0, FIRST)
  return (
    <>
      <ScrollBox name={name}>
        <table className="findings">
          <thead>
            <tr>
              <th scope="col">Cell</th>
              <th scope="col">What is the matter</th>
              {hasFound && <th scope="col">Found</th>}
              {hasFound && <th scope="col">Expected</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((finding, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is one answer and never reordered
              <tr key={index}>
                <th scope="row">{placeOf(finding)}</th>
                <td>
                  {finding.sentence}
                  {finding.suggestion !== null && (
                    <strong className="line">{finding.suggestion}</strong>
                  )}
                </td>
                {hasFound && <td>{finding.found ?? ''}</td>}
                {hasFound && <td>{finding.expected ?? ''}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {shown.length < findings.length && (
        <p>
          <button type="button" onClick={() => setWhole(true)}>
            Show all {countOf(findings.length, 'line')}
          </button>
        </p>
      )}
    </>
  )
}

const placeOf = ({ cell, sheet, row }: ImportFinding): string =>
  cell ?? [sheet, row === null ? null : `row ${row}`].filter((part) => part !== null).join(', ')

const FIRST = 100
