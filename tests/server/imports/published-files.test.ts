/** A file in the true layout of each publisher gives the shipped figures, each one and no other. */
import { LAYOUTS } from '@muster/server/imports/layouts/layouts'
import { describe, expect, test } from 'vitest'
import { openDataTable, summaryTables } from '../../support/published/home-office.ts'
import {
  boroughCrime,
  CRIME_HEADINGS,
  forceStrength,
  wardOfficers,
  workforceReport,
} from '../../support/published/london.ts'
import {
  filledTemplate,
  populationTable,
  populationWorkbook,
} from '../../support/published/other.ts'
import type { PublishedFile } from '../../support/published/shipped.ts'
import { openNames, type Parsed, parseBytes } from './parsed.ts'

const names = openNames()
const nameOf = (code: string): string => names.areaOf(code)?.name ?? code

type Expected = {
  file: PublishedFile
  layout: string
  edition: string
  published?: string
  /** Levels and codes of the findings, in any order. */
  codes?: readonly string[]
  count: number
}

const FILES: readonly Expected[] = [
  {
    file: openDataTable(),
    layout: 'home-office-open-data',
    edition: '31 March 2007 to 31 March 2023',
    codes: ['note only-headcount', 'tick area-missing'],
    count: 76,
  },
  {
    file: summaryTables(),
    layout: 'home-office-summary-tables',
    edition: '30 September 2018',
    published: '2019-01-24',
    codes: ['note left-out', 'note left-out', ...Array<string>(5).fill('tick area-missing')],
    count: 93,
  },
  {
    file: forceStrength(),
    layout: 'police-force-strength',
    edition: 'May 2013 to July 2026',
    count: 477,
  },
  ...CRIME_HEADINGS.map((headings) => ({
    file: boroughCrime(headings, nameOf),
    layout: 'mps-borough-crime',
    edition: 'October 2025 to November 2025',
    count: 68,
  })),
  {
    file: wardOfficers(),
    layout: 'mps-ward-officers',
    edition: '31 January 2019 to 31 March 2019',
    codes: ['tick area-missing', 'tick area-missing'],
    count: 52,
  },
  {
    file: workforceReport(nameOf),
    layout: 'mps-workforce-report',
    edition: 'March 2025',
    count: 12,
  },
  {
    file: populationWorkbook(nameOf),
    layout: 'ons-population',
    edition: 'mid-2011 to mid-2023',
    codes: ['note left-out'],
    count: 33 * 13,
  },
  {
    file: populationTable(nameOf),
    layout: 'ons-population',
    edition: 'mid-2024',
    codes: ['note left-out', 'tick date-from-name'],
    count: 33,
  },
  {
    file: filledTemplate(),
    layout: 'muster-template',
    edition: '21 March 2021 to July 2026',
    count: 94,
  },
]

describe.each(FILES)('$file.name of $layout', ({ file, codes = [], count, ...expected }) => {
  const parsed = parseBytes(file.bytes, file.source, { name: file.name, names })

  test('is recognised and read with no other finding than these', () => {
    expect(parsed).toMatchObject({ published: null, ...expected })
    expect([...parsed.codes].sort()).toEqual([...codes].sort())
  })

  test('gives the shipped values, each once', () => {
    expect(file.figures).toHaveLength(count)
    // What a table marks as not available is not shipped: it has no figure to compare.
    const known = parsed.figures.filter(({ raw }) => raw !== '..')
    expect(known).toHaveLength(count)
    expect(byKey(known)).toEqual(byKey(file.figures))
  })

  test('has a few kilobytes', () => {
    expect(file.bytes.length).toBeLessThan(50_000)
  })
})

test('every layout has a file here', () => {
  expect([...new Set(FILES.map(({ layout }) => layout))].sort()).toEqual(
    LAYOUTS.map(({ id }) => id).sort(),
  )
})

function byKey(figures: Parsed['figures'] | PublishedFile['figures']) {
  return Object.fromEntries(
    figures.map(({ metric, basis, area, date, value, missing }) => [
      [metric, basis, area, date].join(' '),
      value ?? missing,
    ]),
  )
}
