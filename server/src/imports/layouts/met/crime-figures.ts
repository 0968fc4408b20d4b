/** What the sums of the crime table come to, and which boroughs it lacks. */
import { type Finding, inWords, tick } from '../../import-finding.ts'
import type { Names } from '../../names/names.ts'
import { type Head, type Item, sheetOf } from '../layout.ts'
import { evidenceOf, type Sum, type Sums, totalOf } from '../sums.ts'

/** Several labels may be one metric, as the airports were renamed: they are added up. */
export function* figures(head: Head, sums: Sums): Generator<Item> {
  const whole = new Map<string, { sums: Sum[]; labels: string[] }>()
  for (const key of sums.keys()) {
    const [metric, area, label = '', date] = key.split('\t')
    const id = `${metric}\t${area}\t${date}`
    const found = whole.get(id) ?? { sums: [], labels: [] }
    found.sums.push(...[sums.get(key)].flatMap((sum) => sum ?? []))
    if (label !== '') found.labels.push(label)
    whole.set(id, found)
  }
  for (const [id, { sums: own, labels }] of whole) {
    const [metric = '', area = '', date = ''] = id.split('\t')
    const { where, raw } = evidenceOf(own)
    yield {
      metric,
      basis: 'not_stated',
      area,
      date,
      value: own.reduce((total, sum) => total + totalOf(sum), 0),
      missing: null,
      trust: null,
      flags: [],
      where: `${head.label === null ? '' : `${head.label}: `}all categories, column ${date.replace('-', '')}${labels.length === 0 ? '' : `, row label ${inWords(labels)}`}; ${where}`,
      raw,
      note: null,
    }
  }
}

export function* absentBoroughs(head: Head, sums: Sums, names: Names): Generator<Finding> {
  const present = new Set([...sums.keys()].map((key) => key.split('\t')[1]))
  const absent = names.areasOf('borough', 'in the force').filter(({ code }) => !present.has(code))
  if (sums.size() > 0 && absent.length > 0)
    yield tick(
      'area-missing',
      `The file has no rows for ${inWords(absent.map(({ name }) => name))}: that is missing, not zero.`,
      sheetOf(head),
    )
}
