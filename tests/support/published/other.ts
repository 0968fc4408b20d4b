/** The ONS's estimates as a workbook and as a table saved alone, and our own template. */
import { figureAt, type PublishedFile, shippedFigures } from './shipped.ts'
import { csvFile, xlsxFile } from './spreadsheets.ts'

const YEARS = Array.from({ length: 13 }, (_, index) => String(2023 - index))

/** A notice before the sheets, and sheets of the same headings that count something else. */
export const populationWorkbook = (nameOf: (code: string) => string): PublishedFile => {
  const figures = shippedFigures('ons-population', ({ release }) => release.endsWith('2023'))
  const codes = [...new Set(figures.map(({ area }) => area))]
  const population = (code: string, year: string) =>
    figureAt(figures, { metric: 'population', basis: 'headcount', area: code, date: year })
  const total = (year: string) => codes.reduce((sum, code) => sum + population(code, year), 0)
  const headings = ['Code', 'Name', 'Geography', ...YEARS.map((year) => `Mid-${year}`)]
  const sheet = (title: string, rows: readonly (readonly (string | number)[])[]) => [
    [title],
    ['This worksheet contains one table. Freeze panes are turned on. '],
    ['To turn off freeze panes select the “View” ribbon.'],
    ['Please choose from the links presented in the cells below to e-mail us your opinion: '],
    ['This met my needs, please produce it next year'],
    ['I need something slightly different (please specify)'],
    ['This is not what I need at all (please specify)'],
    ...rows,
  ]
  const borough = (code: string, values: readonly (string | number)[]) => [
    code,
    nameOf(code),
    'London Borough',
    ...values,
  ]
  return {
    name: 'LAD23_Mid_Year_pop_2011_to_2023.xlsx',
    source: 'ons-population',
    figures,
    bytes: xlsxFile({
      'Correction notice': [['We have corrected an error in the sheet MYE3.']],
      'MYE2 - Females': sheet('MYE2: Females by single year of age and sex, mid-2023', [
        ['Code', 'Name', 'Geography', 'All ages', '0', '1'],
        ...codes.map((code) => borough(code, [Math.round(population(code, '2023') / 2), 5, 6])),
      ]),
      MYE4: sheet('MYE4: Population estimates: Summary, mid-2011 to mid-2023', [
        headings,
        ['E92000001', 'ENGLAND', 'Country', ...YEARS.map(() => 'No data')],
        ['E12000007', 'LONDON', 'Region', ...YEARS.map(total)],
        ...codes.map((code) =>
          borough(
            code,
            YEARS.map((year) => population(code, year)),
          ),
        ),
      ]),
      MYE6: sheet('MYE6: Median age of population, mid-2011 to mid-2023', [
        headings,
        ...codes.map((code) =>
          borough(
            code,
            YEARS.map(() => 35.2),
          ),
        ),
      ]),
    }),
  }
}

/** With a byte order mark and the line ends of Windows; its year stands in its name alone. */
export const populationTable = (nameOf: (code: string) => string): PublishedFile => {
  const figures = shippedFigures('ons-population', ({ release }) => release.endsWith('2024'))
  return {
    name: 'mye24tablesew.csv',
    source: 'ons-population',
    figures,
    bytes: csvFile(
      [
        ['Code', 'Name', 'Geography', 'All ages', '0', '1', '90+'],
        ['E92000001', 'ENGLAND', 'Country', 58_620_101, 570_000, 590_000, 560_000],
        ...figures.map(({ area, value }) => [
          area,
          nameOf(area),
          'London Borough',
          value ?? '',
          3069,
          3001,
          900,
        ]),
      ],
      { end: '\r\n', mark: '\ufeff' },
    ),
  }
}

/** Figures with notes, flags and a reason, as somebody fills the template in. */
export const filledTemplate = (): PublishedFile => {
  const figures = shippedFigures('mps-ward-officers-mean')
  const headings = ['metric', 'basis', 'area', 'date', 'value', 'missing', 'trust', 'flags']
  return {
    name: 'muster-template.xlsx',
    source: 'mps-ward-officers-mean',
    figures,
    bytes: xlsxFile({
      Figures: [
        [...headings, 'where', 'note'],
        ...figures.map((row) => [
          row.metric,
          row.basis,
          row.area,
          row.date,
          row.value,
          row.missing,
          row.trust,
          row.flags.join(';'),
          row.where,
          row.note,
        ]),
      ],
      Example: [headings],
    }),
  }
}
