import type { FairShare } from '@muster/shared/contract/fair-share'
import { printedSplit } from '@muster/shared/domain/areas/fair-share'
import {
  byWords,
  DRIVER_TERMS,
  labelWords,
  PART_TERMS,
  partWords,
  UNEXPLAINED,
} from '@muster/shared/words/fair-share'
import { formatChange, formatDate, formatNumber, formatPercent } from '@muster/shared/words/format'
import { measureNoun, measureOf } from '@muster/shared/words/measure'
import type { ReactNode } from 'react'
import { evidenceHref } from '../../ui/evidence-href.ts'
import { Table } from '../../ui/Table.tsx'

/** What there was, what it would have been, and the difference in parts that add up as printed. */
export const SplitTable = ({ reply }: { reply: FairShare }) => {
  const decimals = reply.unit === 'minutes' ? 0 : 1
  const printed = printedSplit(reply, decimals)
  const change = (value: number) => formatChange(value, decimals)
  const noun = measureNoun(measureOf(reply))
  const rows: readonly Part[] = [
    {
      name: 'There was',
      shown: <a href={evidenceHref(reply.observation)}>{formatNumber(reply.actual, decimals)}</a>,
      meaning: `As published, ${formatDate(reply.date)}.`,
    },
    {
      name: 'Fair share',
      shown: formatNumber(reply.fair, decimals),
      meaning: `At the rate of ${reply.whole.words} ${byWords(reply.by)}.`,
    },
    {
      name: 'Difference',
      shown: <strong>{change(printed.gap)}</strong>,
      meaning: 'The number less the fair share; it is the sum of the parts below.',
    },
    ...printed.parts.map(({ id, value }) => ({
      name: `of which: ${PART_TERMS[id].label}`,
      shown: change(value),
      meaning: partWords(id, reply),
    })),
    ...reply.notKnown.map(({ label, why }) => ({
      name: `of which: ${label}`,
      shown: <span className="quiet">not known</span>,
      meaning: why,
    })),
    {
      name: `of which: ${UNEXPLAINED.label}`,
      shown: change(printed.unexplained),
      meaning: UNEXPLAINED.definition,
    },
  ]
  return (
    <Table
      name="The difference in parts"
      caption={`${reply.areaName}, ${noun}, ${formatDate(reply.date)}`}
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        { head: 'What', cell: ({ name }) => name },
        {
          head: reply.unit === 'minutes' ? 'Minutes' : 'Number',
          number: true,
          cell: ({ shown }) => shown,
        },
        { head: 'Meaning', cell: ({ meaning }) => <span className="note">{meaning}</span> },
      ]}
    />
  )
}

type Part = { name: string; shown: ReactNode; meaning: string }

/** The numbers below and above the line, each with its evidence. */
export const DriversTable = ({ reply }: { reply: FairShare }) => {
  const { whole, metricName } = reply
  const rows = [
    ...reply.drivers.map((driver) => ({
      ...driver,
      counted: DRIVER_TERMS[driver.driver].label,
      date: labelWords(driver.label),
    })),
    {
      counted: metricName.toLowerCase(),
      percent: null,
      ours: reply.actual,
      observation: reply.observation,
      whole: whole.value,
      wholeObservation: whole.observation,
      date: formatDate(reply.date),
    },
  ]
  return (
    <Table
      name="What the mix is made of"
      caption={`Shares of ${whole.words}`}
      rows={rows}
      keyOf={({ counted }) => counted}
      columns={[
        { head: 'Counted', cell: ({ counted }) => counted },
        {
          head: 'In the mix',
          number: true,
          cell: ({ percent }) => percent !== null && formatPercent(percent),
        },
        {
          head: reply.areaName,
          number: true,
          cell: ({ ours, observation }) => (
            <a href={evidenceHref(observation)}>{formatNumber(ours)}</a>
          ),
        },
        {
          head: 'The whole',
          number: true,
          cell: (row) => <a href={evidenceHref(row.wholeObservation)}>{formatNumber(row.whole)}</a>,
        },
        {
          head: 'Share',
          number: true,
          cell: (row) => formatPercent((row.ours / row.whole) * 100),
        },
        { head: 'Date', cell: ({ date }) => date },
      ]}
    />
  )
}
