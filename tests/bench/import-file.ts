/** The large tidy file that is imported: the same figures for every side. */
import { Buffer } from 'node:buffer'
import type { Store } from '@muster/server/platform/db/open'
import { readRegister } from '@muster/server/reference/register'
import { addMonths } from '@muster/shared/domain/series/period'

export type TidyFigure = { metric: string; area: string; date: string; value: number }

export const TIDY_FILE = {
  fileName: 'bench.csv',
  source: 'mps-workforce-report',
  published: '1990-02',
} as const

/** Months backwards from long ago, so that they meet nothing that ships. */
export function* tidyFigures(store: Store, rows: number): Generator<TidyFigure> {
  const { metrics, areas } = readRegister(store.read)
  const ids = [...metrics.values()].filter(({ bases }) => bases.includes('fte')).map(({ id }) => id)
  const codes = [...areas.keys()]
  const pairs = ids.length * codes.length
  for (let index = 0; index < rows; index += 1) {
    const pair = index % pairs
    yield {
      metric: ids[pair % ids.length] ?? '',
      area: codes[Math.floor(pair / ids.length)] ?? '',
      date: addMonths('1990-01', -Math.floor(index / pairs)),
      value: 100 + (index % 900),
    }
  }
}

/** 48 bytes a row: a million of them stay below the 50 MB that a file may have. */
export const tidyBytes = (store: Store, rows: number): Buffer => {
  const parts: Buffer[] = []
  let lines = ['metric,basis,area,date,value']
  for (const { metric, area, date, value } of tidyFigures(store, rows)) {
    lines.push(`${metric},fte,${area},${date},${value}`)
    if (lines.length === 10_000) {
      parts.push(Buffer.from(`${lines.join('\n')}\n`))
      lines = []
    }
  }
  return Buffer.concat([...parts, Buffer.from(`${lines.join('\n')}\n`)])
}

/** One reason for each kind of tick. */
export const ticksFor = (checked: {
  ticks: readonly { code: string }[]
  stops: readonly { sentence: string }[]
}): { code: string; reason: string }[] => {
  const [stop] = checked.stops
  if (stop !== undefined) throw new Error(`The file of the bench is stopped: ${stop.sentence}`)
  return [...new Set(checked.ticks.map(({ code }) => code))].map((code) => ({
    code,
    reason: 'bench',
  }))
}
