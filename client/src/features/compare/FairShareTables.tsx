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
import { measureNoun } from '@muster/shared/words/measure'
import type { ReactNode } from 'react'
import { evidenceHref } from '../../ui/evidence-href.ts'
import { ScrollBox } from '../../ui/ScrollBox.tsx'

/** What there was, what it would have been, and the difference in parts that add up as printed. */
export const SplitTable = ({ reply }: { reply: FairShare }) => {
  const decimals = reply.unit === 'minutes' ? 0 : 1
  const printed = printedSplit(reply, decimals)
  const change = (value: number) => formatChange(value, decimals)
  const noun = measureNoun({
    name: reply.metricName,
    short: reply.metricName,
    unit: reply.unit,
    decimals: reply.decimals,
    basis: reply.basis,
    per: null,
  })
  return (
    <ScrollBox name="The difference in parts">
      <table>
        <caption>
          {reply.areaName}, {noun}, {formatDate(reply.date)}
        </caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col" className="number">
              {reply.unit === 'minutes' ? 'Minutes' : 'Number'}
            </th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          <Row name="There was" words={`As published, ${formatDate(reply.date)}.`}>
            <a href={evidenceHref(reply.observation)}>{formatNumber(reply.actual, decimals)}</a>
          </Row>
          <Row
            name="Fair share"
            words={`At the rate of ${reply.whole.words} ${byWords(reply.by)}.`}
          >
            {formatNumber(reply.fair, decimals)}
          </Row>
          <Row
            name="Difference"
            words="The number less the fair share; it is the sum of the parts below."
          >
            <strong>{change(printed.gap)}</strong>
          </Row>
          {printed.parts.map(({ id, value }) => (
            <Row key={id} name={`of it: ${PART_TERMS[id].label}`} words={partWords(id, reply)}>
              {change(value)}
            </Row>
          ))}
          {reply.notKnown.map(({ id, label, why }) => (
            <Row key={id} name={`of it: ${label}`} words={why}>
              <span className="quiet">not known</span>
            </Row>
          ))}
          <Row name={`of it: ${UNEXPLAINED.label}`} words={UNEXPLAINED.definition}>
            {change(printed.unexplained)}
          </Row>
        </tbody>
      </table>
    </ScrollBox>
  )
}

/** The numbers below and above the line, each with its evidence. */
export const DriversTable = ({ reply }: { reply: FairShare }) => (
  <ScrollBox name="What the mix is made of">
    <table>
      <caption>Shares of {reply.whole.words}</caption>
      <thead>
        <tr>
          <th scope="col">Counted</th>
          <th scope="col" className="number">
            In the mix
          </th>
          <th scope="col" className="number">
            {reply.areaName}
          </th>
          <th scope="col" className="number">
            The whole
          </th>
          <th scope="col" className="number">
            Share
          </th>
          <th scope="col">Date</th>
        </tr>
      </thead>
      <tbody>
        {reply.drivers.map(
          ({ driver, percent, ours, whole, label, observation, wholeObservation }) => (
            <tr key={driver}>
              <th scope="row">{DRIVER_TERMS[driver].label}</th>
              <td className="number">{formatPercent(percent)}</td>
              <td className="number">
                <a href={evidenceHref(observation)}>{formatNumber(ours)}</a>
              </td>
              <td className="number">
                <a href={evidenceHref(wholeObservation)}>{formatNumber(whole)}</a>
              </td>
              <td className="number">{formatPercent((ours / whole) * 100)}</td>
              <td>{labelWords(label)}</td>
            </tr>
          ),
        )}
        <tr>
          <th scope="row">{reply.metricName.toLowerCase()}</th>
          <td className="number" />
          <td className="number">
            <a href={evidenceHref(reply.observation)}>{formatNumber(reply.actual)}</a>
          </td>
          <td className="number">
            <a href={evidenceHref(reply.whole.observation)}>{formatNumber(reply.whole.value)}</a>
          </td>
          <td className="number">{formatPercent((reply.actual / reply.whole.value) * 100)}</td>
          <td>{formatDate(reply.date)}</td>
        </tr>
      </tbody>
    </table>
  </ScrollBox>
)

type RowGiven = { name: string; words: string; children: ReactNode }

const Row = ({ name, words, children }: RowGiven) => (
  <tr>
    <th scope="row">{name}</th>
    <td className="number">{children}</td>
    <td className="note">{words}</td>
  </tr>
)
