/** `generate`: a database of invented figures, marked as such, to try Muster at any size. */
import { parseArgs } from 'node:util'
import { ProblemError } from '@muster/shared/contract/problem'
import { generate } from '../demo/generate.ts'
import { openStore } from '../platform/db/open.ts'
import { type Command, misused } from './command.ts'

export const generateCommand: Command = {
  name: 'generate',
  usage: 'generate --out FILE [--wards N] [--months N] [--metrics N]',
  summary: 'Makes a demonstration database of invented figures',
  help: [
    'Every page, CSV file and chart made from it says “Demonstration: invented figures”.',
    'FILE must be new: it is refused when it holds figures already.',
    '9,000 wards × 120 months × 9 metrics are ten million figures: some minutes and 1 GB.',
    'Look at it with DATABASE_FILE=FILE pnpm start.',
  ].join('\n'),
  run: (args) => {
    const { values } = parseArgs({
      args,
      options: {
        wards: { type: 'string', default: '100' },
        months: { type: 'string', default: '120' },
        metrics: { type: 'string', default: '9' },
        out: { type: 'string' },
      },
    })
    const { out } = values
    if (out === undefined) throw misused(generateCommand)
    const size = {
      wards: count('wards', values.wards, 20_000),
      months: count('months', values.months, 600),
      metrics: count('metrics', values.metrics, 100),
    }
    const store = openStore(out)
    try {
      const made = generate(store, size)
      if (made === null)
        throw new ProblemError(
          'bad-request',
          `${out} holds figures already; invented ones are never mixed with others. Choose a new file.`,
        )
      console.log(`${out}: ${made.observations} invented figures in ${made.series} series.`)
    } finally {
      store.close()
    }
    return 0
  },
}

const count = (name: string, text: string, most: number): number => {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1 && value <= most) return value
  throw new ProblemError('bad-request', `--${name} is “${text}”; it is a number from 1 to ${most}.`)
}
