/** The files of `data/register`: what their columns must hold, and how rows become records. */
import { join } from 'node:path'
import { AreaType } from '@muster/shared/domain/areas/area'
import { Metric } from '@muster/shared/domain/series/metric'
import { Basis, Trust } from '@muster/shared/domain/series/observation'
import { DateText, DayText } from '@muster/shared/domain/series/period'
import { z } from 'zod'
import type { RegisterMark } from '../reference/register.ts'
import { type CsvRow, FaultyData, readCsvFile } from './csv-file.ts'
import { blankAsNull, listOf, NumberText } from './figure-row.ts'

export type RegisterRecord = { kind: string; id: string; record: unknown }

/** @throws FaultyData when a file breaks its rules or names something that is not there. */
export const readRegisterFiles = (folder: string) => {
  const read = <Schema extends z.ZodType>(file: string, schema: Schema) =>
    readCsvFile(join(folder, file), schema)
  const areas = read('areas.csv', AreaRow)
  const codes = new Set(areas.map((row) => row.record.code))
  const memberships = read('memberships.csv', MembershipRow)
  for (const { line, record } of memberships)
    for (const code of [record.area, record.parent])
      if (!codes.has(code))
        throw new FaultyData(`memberships.csv, line ${line}: the area ${code} is not in areas.csv.`)
  return {
    records: [
      ...read('place.csv', PlaceRow).map(({ record }) => ({
        kind: 'place',
        id: record.key,
        record,
      })),
      ...areas.map(({ record }) => ({
        kind: 'area',
        id: record.code,
        record: {
          code: record.code,
          name: record.name,
          type: record.type,
          parents: memberships
            .filter((membership) => membership.record.area === record.code)
            .map(({ record: { parent, from, to } }) => ({ code: parent, from, to })),
        },
      })),
      ...read('aliases.csv', AliasRow).map(({ record }, index) => ({
        kind: 'alias',
        id: `${index}`,
        record,
      })),
      ...read('metrics.csv', MetricRow).map(({ record }) => ({
        kind: 'metric',
        id: record.id,
        record: Metric.parse({
          ...record,
          additive: record.additive !== 'none',
          additiveUpTo: record.additive,
        }),
      })),
      ...read('events.csv', EventRow).map(toMark),
    ] satisfies RegisterRecord[],
    sources: read('sources.csv', SourceFileRow).map(({ record }) => record),
    releases: read('releases.csv', ReleaseFileRow).map(({ record }) => record),
  }
}

const toMark = ({ record }: CsvRow<z.output<typeof EventRow>>): RegisterRecord => {
  const mark: RegisterMark = {
    id: record.id,
    date: record.date,
    kind: record.kind,
    areas: record.areas.includes('*') ? [] : record.areas,
    label: record.label,
    note: record.note,
    metrics: record.metrics.includes('*') ? null : record.metrics,
    sources: record.sources.includes('*') ? [] : record.sources,
  }
  return { kind: 'mark', id: record.id, record: mark }
}

const optionalDate = blankAsNull(DateText)
const text = z.string()

const PlaceRow = z.object({ key: text.min(1), value: text })

const AreaRow = z.object({
  code: text.min(1),
  name: text.min(1),
  type: AreaType,
  from: optionalDate,
  to: optionalDate,
  note: text,
})

const MembershipRow = z.object({ area: text, parent: text, from: optionalDate, to: optionalDate })

const AliasRow = z.object({ alias: text.min(1), area: text.min(1), from: text, to: text })

const MetricRow = z.object({
  id: text.regex(/^[a-z0-9_]+$/),
  name: text.min(1),
  short: text.min(1),
  definition: text.min(1),
  unit: text.min(1),
  decimals: NumberText,
  kind: z.enum(['stock', 'flow', 'denominator']),
  direction: z.enum(['up', 'down', 'none']),
  additive: z.enum(['none', 'bcu', 'force']),
  bases: listOf(Basis),
})

const EventRow = z.object({
  id: text.min(1),
  date: DateText,
  kind: z.enum(['break', 'event']),
  metrics: listOf(text),
  areas: listOf(text),
  sources: listOf(text).default([]),
  label: text.min(1),
  note: text,
})

const SourceFileRow = z.object({
  id: text.regex(/^[a-z0-9-]+$/),
  title: text.min(1),
  publisher: text.min(1),
  url: text,
  licence: text,
  kind: z.enum(['dataset', 'document']),
  cadence: z.enum(['monthly', 'quarterly', 'yearly', 'once']),
  lag: blankAsNull(NumberText),
  nextDue: blankAsNull(DateText),
  trust: Trust,
  covers: text,
  lacks: text,
})
export type SourceFileRow = z.output<typeof SourceFileRow>

const ReleaseFileRow = z.object({
  id: text.min(1),
  source: text.min(1),
  edition: text,
  published: optionalDate,
  readOn: DayText,
  file: text,
  fileName: text,
  url: text,
  note: text,
})
export type ReleaseFileRow = z.output<typeof ReleaseFileRow>
