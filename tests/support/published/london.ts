/** The files of the Met and of the London Datastore, with the figures of a few areas and months. */
import type { FigureRow } from '@muster/server/data-pack/figure-row'
import { formatDate } from '@muster/shared/words/format'
import { figureAt, type PublishedFile, shippedFigures, split } from './shipped.ts'
import { csvFile, xlsxFile } from './spreadsheets.ts'

const FORCE = 'E23000001'

/** Whole as it is: 159 months are 4 kB. */
export const forceStrength = (): PublishedFile => {
  const figures = shippedFigures('police-force-strength')
  const months = [...new Set(figures.map(({ date }) => date))].sort()
  const rows = months.map((date) => [
    `${formatDate(date).slice(0, 3)}-${date.slice(2, 4)}`,
    ...['officers', 'staff', 'pcso'].map((metric) =>
      figureAt(figures, { metric, basis: 'fte', area: FORCE, date }),
    ),
  ])
  const headings = ['Date', 'Police Officer Strength', 'Police Staff Strength', 'PCSO Strength']
  return {
    name: 'Police_Force_Strength_to_Jul-26.csv',
    source: 'police-force-strength',
    figures,
    bytes: csvFile([headings, ...rows], { end: '\r\n' }),
  }
}

const MONTHS = ['2025-10', '2025-11'] as const

/** The three sets of headings that the dataset has had, in their order. */
export const CRIME_HEADINGS = [
  ['MajorText', 'MinorText', 'LookUp_BoroughName'],
  ['MajorText', 'MinorText', 'BoroughName'],
  ['Group', 'SubGroup', 'BOCU'],
] as const

/** All boroughs, each in two categories that come to its figure. */
export const boroughCrime = (
  headings: readonly string[],
  nameOf: (code: string) => string,
): PublishedFile => {
  const figures = shippedFigures('mps-borough-crime', ({ date }) =>
    MONTHS.some((at) => at === date),
  )
  const places = figures.filter(({ date }) => date === MONTHS[0])
  const rows = places.flatMap(({ metric, area }) => {
    const parts = MONTHS.map((date) =>
      split(figureAt(figures, { metric, basis: 'not_stated', area, date })),
    )
    return CATEGORIES.map(([group, subgroup], at) => [
      group,
      subgroup,
      LABELS[metric] ?? nameOf(area),
      ...parts.map((part) => part[at] ?? 0),
    ])
  })
  return {
    name: 'MPS_Borough_Crime_202510-202511.csv',
    source: 'mps-borough-crime',
    figures,
    bytes: csvFile([[...headings, ...MONTHS.map((month) => month.replace('-', ''))], ...rows]),
  }
}

const CATEGORIES = [
  ['ARSON AND CRIMINAL DAMAGE', 'ARSON'],
  ['THEFT', 'OTHER THEFT'],
] as const
const LABELS: Readonly<Record<string, string>> = {
  recorded_crime_airports: 'London Heathrow and London City Airports',
  recorded_crime_no_borough: 'Unknown',
}

/** Two months of three boroughs: rows by team and role, and rows by team and reason. */
export const wardOfficers = (): PublishedFile => {
  const chosen = shippedFigures(
    'mps-ward-officers',
    ({ area, date }) =>
      area in BOROUGHS && (STRENGTH_DAYS.includes(date) || STRENGTH_DAYS.includes(`${date}-31`)),
  )
  // A type of abstraction that nobody had has no row, so the file does not know of it.
  const figures = chosen.filter(({ metric }) =>
    chosen.some((row) => row.metric === metric && row.value !== 0),
  )
  return {
    name: 'DWO_Abstraction.xlsx',
    source: 'mps-ward-officers',
    figures,
    bytes: xlsxFile({
      Strengths: [
        ['Date', 'Business Group', 'OCU', 'Borough', 'Team', 'Rank', 'FTE'],
        ...figures.filter(({ basis }) => basis === 'fte').flatMap(teams),
      ],
      Sheet1: [
        [
          'Month of Abstraction',
          'BCU',
          'Borough',
          'Team',
          'Abstracted From Duty',
          'Abstracted Type',
          'Abstraction Minutes',
          'Ward_Code',
        ],
        ...figures.flatMap(minutes),
      ],
    }),
  }
}

/** Month ends, as the sheet of strengths has them. */
const STRENGTH_DAYS = ['2019-01-31', '2019-03-31']
const BOROUGHS: Readonly<Record<string, string>> = {
  E09000014: 'Haringey Borough',
  E09000010: 'Enfield Borough',
  E09000002: 'Barking & Dagenham Borough',
}

const teams = ({ metric, area, date, value }: FigureRow) =>
  split(value ?? 0).map((part, at) => [
    date.split('-').reverse().join('/'),
    'Frontline Policing',
    'BCU',
    BOROUGHS[area] ?? '',
    `Team ${at + 1}`,
    metric === 'neighbourhood_pcso' ? 'PCSO' : 'Constable',
    part,
  ])

/** What a type of abstraction comes to, and the duty that was not abstracted; nothing for none. */
const minutes = ({ metric, area, date, value }: FigureRow) => {
  const type = /^abstracted_minutes_(.+)$/.exec(metric)?.[1]
  if (value === 0 || (type === undefined && metric !== 'not_abstracted_minutes')) return []
  return split(value ?? 0).map((part, at) => [
    `${formatDate(date).slice(0, 3)}-${date.slice(2, 4)}`,
    'BCU',
    BOROUGHS[area] ?? '',
    `Team ${at + 1}`,
    type === undefined ? 'No' : 'Yes',
    type === undefined ? 'None' : (type[0] ?? '').toUpperCase() + type.slice(1).replace('_', ' '),
    part,
    'E05000266',
  ])
}

/** All twelve BCUs and their total. */
export const workforceReport = (nameOf: (code: string) => string): PublishedFile => {
  const figures = shippedFigures('mps-workforce-report')
  const total = figures.reduce((sum, { value }) => sum + (value ?? 0), 0)
  return {
    name: 'Workforce data report.xlsx',
    source: 'mps-workforce-report',
    figures,
    bytes: xlsxFile({
      'Table 2.1': [
        ['Table 2.1: Police officers by BCU, March 2025 (FTE)'],
        ['BCU Code', 'BCU Name', 'Police Officers FTE'],
        ...figures.map(({ area, value }) => [area, nameOf(area), value]),
        [null, 'Total', total],
      ],
    }),
  }
}
