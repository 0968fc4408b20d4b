/** What a demonstration database is about: invented places, measures and one promise. */
import type { Area } from '@muster/shared/domain/areas/area'
import type { Metric } from '@muster/shared/domain/series/metric'
import { addMonths } from '@muster/shared/domain/series/period'
import type { PromiseRecord } from '@muster/shared/domain/verdicts/promise'
import type { RegisterRecord } from '../data-pack/register-files.ts'

/** Said on every page, in every CSV file and in every chart of such a database. */
export const DEMONSTRATION = 'Demonstration: invented figures'
export const DEMO_SOURCE = 'demonstration'
const FORCE = 'DEMO'
const COMMANDS = 12
const WARDS_A_BOROUGH = 25

export type Size = { wards: number; months: number; metrics: number }

/** The force, its commands, their boroughs and wards, the larger first. */
export const demoAreas = (wards: number): Area[] => {
  const boroughs = Math.max(COMMANDS, Math.ceil(wards / WARDS_A_BOROUGH))
  const below = (code: string) => [{ code, from: null, to: null }]
  return [
    { code: FORCE, name: 'Invented Force', type: 'force', parents: [] },
    ...numbered(COMMANDS, (index): Area => {
      const name = `Invented Command ${index + 1}`
      return { code: commandCode(index), name, type: 'bcu', parents: below(FORCE) }
    }),
    ...numbered(boroughs, (index): Area => {
      const name = `Invented Borough ${index + 1}`
      const parents = below(commandCode(index % COMMANDS))
      return { code: boroughCode(index), name, type: 'borough', parents }
    }),
    ...numbered(wards, (index): Area => {
      const parents = below(boroughCode(index % boroughs))
      return { code: `DW${index + 1}`, name: `Invented Ward ${index + 1}`, type: 'ward', parents }
    }),
  ]
}

/** What is measured: the first `count` of the measures, then what rates are divided by. */
export const demoMetrics = (count: number): Metric[] => [
  ...numbered(count, (index): Metric => {
    const [id, name] = MEASURES[index] ?? [`measure_${index + 1}`, `Measure ${index + 1}`]
    return measure(id, name, 'people', 'fte')
  }),
  ...DENOMINATORS,
]

export const demoRecords = ({ wards, metrics }: Size, start: string): RegisterRecord[] => [
  ...Object.entries(PLACE).map(([key, value]) => ({
    kind: 'place',
    id: key,
    record: { key, value },
  })),
  ...demoAreas(wards).map((area) => ({ kind: 'area', id: area.code, record: area })),
  ...demoMetrics(metrics).map((entry) => ({ kind: 'metric', id: entry.id, record: entry })),
  { kind: 'promise', id: 'demonstration', record: promise(start) },
]

const commandCode = (index: number): string => `DC${index + 1}`
const boroughCode = (index: number): string => `DB${index + 1}`

const numbered = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** Published at every level, so nothing is ever added up. The name carries the mark into charts. */
const measure = (
  id: string,
  name: string,
  unit: string,
  basis: Metric['bases'][number],
): Metric => ({
  id,
  name: `${name} (${DEMONSTRATION})`,
  short: name,
  definition: `${DEMONSTRATION}. Made by a program to show how Muster works at scale.`,
  unit,
  decimals: 0,
  kind: 'stock',
  direction: 'up',
  additive: false,
  additiveUpTo: 'none',
  bases: [basis],
})

const promise = (start: string): PromiseRecord => ({
  id: 'demonstration',
  title: 'An invented promise of more officers',
  words: 'There will be 1,000 officers in Invented Command 1 within three years.',
  quote: 'There will be 1,000 officers in Invented Command 1 within three years.',
  madeBy: 'Nobody',
  role: '',
  body: 'Invented Force',
  document: DEMONSTRATION,
  published: start,
  url: '',
  kind: 'undertaking',
  about: 'ours',
  policeStaffing: true,
  repeats: null,
  stepOf: null,
  scope: 'bcu',
  areas: ['DC1'],
  geography: '',
  counted: '',
  conditions: '',
  dueWorded: 'within three years',
  lifecycle: 'made',
  endedOn: null,
  endedBy: null,
  endedUrl: null,
  endedDocument: null,
  replacedBy: null,
  termEnd: null,
  leftOffice: null,
  missing: [],
  holder: 'Nobody',
  table: '',
  traps: '',
  readings: [
    {
      id: 'a',
      part: '',
      label: 'As worded',
      metric: 'officers',
      basis: 'fte',
      area: 'DC1',
      source: DEMO_SOURCE,
      direction: 'at_least',
      targetKind: 'level',
      target: 1000,
      baseline: null,
      baselineDate: null,
      baselineNote: null,
      start: null,
      due: addMonths(start, 36),
      dueNote: null,
      mode: 'by_due',
      seriesNote: null,
      weighs: null,
      untested: null,
      steps: [],
    },
  ],
  statements: [],
})

const PLACE = {
  title: 'Muster demonstration',
  demonstration: DEMONSTRATION,
  force: FORCE,
  force_short: 'the invented force',
  ours: 'DC1',
  'word.force': 'force',
  'word.bcu': 'command',
  'word.bcu.plural': 'commands',
  'word.borough': 'borough',
  'word.borough.plural': 'boroughs',
  'word.ward': 'ward',
  'word.ward.plural': 'wards',
  population_metric: 'population',
  crime_metric: 'recorded_crime',
  wards_metric: 'wards',
  headline_metric: 'officers',
  headline_basis: 'fte',
  headline_area_type: 'bcu',
  licence_note: `${DEMONSTRATION}. No licence is needed.`,
}

const MEASURES: readonly (readonly [string, string])[] = [
  ['officers', 'Police officers'],
  ['pcso', 'PCSOs'],
  ['staff', 'Police staff'],
  ['specials', 'Special constables'],
  ['constables', 'Constables'],
  ['sergeants', 'Sergeants'],
  ['detectives', 'Detectives'],
  ['dedicated_ward_officers', 'Dedicated ward officers'],
  ['neighbourhood_pcso', 'Neighbourhood PCSOs'],
]

const DENOMINATORS: readonly Metric[] = [
  { ...measure('population', 'Residents', 'residents', 'headcount'), kind: 'denominator' },
  { ...measure('recorded_crime', 'Recorded crimes', 'offences', 'not_stated'), kind: 'flow' },
  { ...measure('wards', 'Wards', 'wards', 'not_stated'), kind: 'denominator' },
]
