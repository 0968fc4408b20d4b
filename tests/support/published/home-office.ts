/** The Home Office's open data table and summary tables, with the figures of a few forces. */
import type { FigureRow } from '@muster/server/data-pack/figure-row'
import { figureAt, type PublishedFile, shippedFigures, split } from './shipped.ts'
import { odsFile, type PublishedCell } from './spreadsheets.ts'

/** Geo code, name and region as the publisher writes them. */
const FORCES = [
  ['E23000036', 'E23000036', 'Avon & Somerset', 'South West'],
  ['E23000034', 'E23000034', 'London, City of', 'London'],
  ['E23000001', 'E23000001', 'Metropolitan Police', 'London'],
  ['BTP', 'N/A', 'British Transport Police', 'N/A'],
] as const

/** Spellings drift between years, and ranks divide a kind of worker. */
const WORKERS = [
  ['officers', 'Police Officer', 'Police officer', ['Constable', 'Sergeant']],
  ['staff', 'Police Staff', 'Police staff', ['Police Staff', 'Police Staff']],
  [
    'pcso',
    'Police Community Support Officer',
    'Police community support officer',
    ['Community Support Officer', 'Community Support Officer'],
  ],
  [
    'designated_officers',
    'Designated Officer',
    'Designated officer',
    ['Designated Detention Officer (S.38)', 'Designated Escort Officer (S.39)'],
  ],
  [
    'specials',
    'Special Constable',
    'Special constable',
    ['Special Constable', 'Special Constable'],
  ],
  [
    'volunteers',
    'Police Support Volunteer',
    'Police support volunteer',
    ['Police Support Volunteer', 'Police Support Volunteer'],
  ],
] as const

const YEARS = ['2007', '2023'] as const

export const openDataTable = (): PublishedFile => {
  const codes: readonly string[] = FORCES.map(([code]) => code)
  const figures = shippedFigures(
    'home-office-open-data',
    ({ area, date }) => codes.includes(area) && YEARS.some((year) => date === `${year}-03-31`),
  )
  const rows = YEARS.flatMap((year) =>
    FORCES.flatMap(([code, geocode, name, region]) =>
      WORKERS.flatMap(([metric, earlier, later, ranks]) => {
        const own = figures.filter(
          (row) => row.metric === metric && row.area === code && row.date.startsWith(year),
        )
        if (own.length === 0) return []
        const parts = (basis: FigureRow['basis']) =>
          own.some((row) => row.basis === basis)
            ? split(figureAt(own, { metric, basis, area: code, date: `${year}-03-31` })).map(
                accounted,
              )
            : ['N/A', 'N/A']
        const [heads, fte] = [parts('headcount'), parts('fte')]
        return ['Female', 'Male'].map((sex, at): PublishedCell[] => [
          Number(year),
          geocode,
          name,
          region,
          sex,
          ranks[at] ?? null,
          year < '2021' ? earlier : later,
          heads[at] ?? null,
          fte[at] ?? null,
        ])
      }),
    ),
  )
  return {
    name: 'open-data-table-police-workforce-260723.ods',
    source: 'home-office-open-data',
    figures,
    bytes: odsFile({
      Notes: [
        [null, 'Police workforce, England and Wales, as at 31 March 2007 to 31 March 2023'],
        [null, 'Workforce Open Data Table'],
        [null, 'Source: Home Office'],
        [],
        [
          'A.',
          'Special constable and police support volunteer figures are on a headcount basis only.',
        ],
        ['B.', 'Data in these Open Data tables supersede previously published data.'],
      ],
      Data: [OPEN_DATA_HEADINGS, ...rows],
    }),
  }
}

const OPEN_DATA_HEADINGS = [
  'As at 31 March...',
  'Geo code',
  'Force Name',
  'Region',
  'Sex',
  'Rank description',
  'Worker type',
  'Total (headcount)',
  'Total (FTE)',
]

/** ` 1,493 ` or ` - ` is shown, the number is stored. */
const accounted = (stored: number): PublishedCell => ({
  stored,
  shown: stored === 0 ? ' - ' : ` ${Math.round(stored).toLocaleString('en-GB')} `,
})

const DAYS = ['2017-09-30', '2018-03-31', '2018-09-30'] as const

/** A region and the forces below it; the West Midlands are both. */
const REGIONS: readonly (readonly [string, readonly (readonly [string, PublishedCell])[]])[] = [
  [
    'West Midlands ',
    [
      ['E23000015', 'Staffordshire'],
      ['E23000017', 'Warwickshire'],
      ['E23000016', 'West Mercia'],
      ['E23000014', { text: 'West Midlands', raised: '4' }],
    ],
  ],
  [
    'London ',
    [
      ['E23000034', 'London, City of'],
      ['E23000001', 'Metropolitan Police'],
    ],
  ],
]

export const summaryTables = (): PublishedFile => {
  const codes = ['BTP', ...REGIONS.flatMap(([, forces]) => forces.map(([code]) => code))]
  const figures = shippedFigures(
    'home-office-summary-tables',
    ({ release, area }) => release.endsWith('2018-09') && codes.includes(area),
  )
  const table = (title: PublishedCell, unit: string, metric: string) => [
    [title],
    [],
    ['England and Wales', null, null, null, null, null, null, unit],
    [
      null,
      'As at:',
      null,
      null,
      'Change in 12 months Sep-17 to Sep-18',
      null,
      'Change in 6 months',
    ],
    [],
    [null, ...DAYS.map((day) => ({ day, shown: MONTHS[day] })), ...['number', '%', 'number', '%']],
    ...forceRows(figures.filter((row) => row.metric === metric)),
    ['1. Excludes those seconded to other forces.'],
  ]
  return {
    name: 'police-workforce-sep18-tables.ods',
    source: 'home-office-summary-tables',
    figures,
    bytes: odsFile({
      Index: [
        ['Police Workforce, England and Wales, 30 September 2018'],
        [],
        ['Table number', 'Title', 'Period covered', 'National Statistics', 'Last updated'],
        ...TITLES.map(([number, subject]) => [
          `Table ${number}`,
          `${subject} by police force area, England and Wales`,
          'September 2017 to September 2018',
          'Yes',
          '24 January 2019',
        ]),
      ],
      ...Object.fromEntries(
        TITLES.map(([number, subject, metric, unit = 'Full-time equivalents']) => [
          `Table_${number}`,
          table(titleOf(number, subject), unit, metric),
        ]),
      ),
      Table_8: [
        [
          'Table 8: Police officers, police staff and traffic wardens, England and Wales, 2006 to 2018',
        ],
        [],
        ['England and Wales', null, 'Full-time equivalents'],
        [null, { text: 'Police officers', raised: '1' }, 'Traffic wardens'],
        [
          { text: '30 September 2012', raised: '3' },
          { stored: 131_838.79, shown: '131,839' },
          30.24,
        ],
      ],
    }),
  }
}

const TITLES: readonly (readonly [number, string, string, string?])[] = [
  [1, 'Police officers', 'officers'],
  [2, 'Police staff', 'staff'],
  [3, 'Designated officers (s.38, s.39)', 'designated_officers'],
  [4, 'Police staff and designated officers combined', 'staff'],
  [5, 'Police community support officers', 'pcso'],
  [6, 'Special constables', 'specials', 'Headcount'],
]

const titleOf = (number: number, subject: string): PublishedCell => ({
  text: `Table ${number}: ${subject}`,
  raised: '1',
  after:
    ' by police force area, England and Wales, 30 September 2017, 31 March 2018 and 30 September 2018',
})

const forceRows = (rows: readonly FigureRow[]): PublishedCell[][] => {
  const valueAt = (code: string, day: string): number | undefined =>
    rows.find((row) => row.area === code && row.date === day)?.value ?? undefined
  const line = (label: PublishedCell, codes: readonly string[]): PublishedCell[] => [
    label,
    ...DAYS.map((day) => {
      const values = codes.flatMap((code) => valueAt(code, day) ?? [])
      return values.length === 0 ? '..' : shown(values.reduce((sum, value) => sum + value, 0))
    }),
    ...['..', '..', '..', '..'],
  ]
  const all = REGIONS.flatMap(([, forces]) => forces.map(([code]) => code))
  return [
    ...REGIONS.flatMap(([region, forces]) => [
      line(
        region,
        forces.map(([code]) => code),
      ),
      ...forces.map(([code, label]) => line(label, [code])),
    ]),
    line('Total 43 forces', all),
    ['Central Service Secondments', ...[406.88, 381.78, 391.47].map(shown)],
    line('British Transport Police', ['BTP']),
    line('Total', [...all, 'BTP']),
  ]
}

/** `5,517` is shown, 5516.65 with its binary dust is stored. */
const shown = (stored: number): PublishedCell => ({
  stored,
  shown: Math.round(stored).toLocaleString('en-GB'),
})

const MONTHS = { '2017-09-30': 'Sep-17', '2018-03-31': 'Mar-18', '2018-09-30': 'Sep-18' } as const
