/** Series as they are asked for, compared with a date where one is given. */

import { clipPath } from '@muster/shared/charts/model/clip-path'
import { relativeReply } from '@muster/shared/charts/model/relative-reply'
import { ProblemError } from '@muster/shared/contract/problem'
import type { SeriesQuery, SeriesReply } from '@muster/shared/contract/series'
import type { Knowledge } from '../../reference/knowledge.ts'
import { findSeries } from './queries.ts'

/**
 * @throws ProblemError `bad-request` where only one of `relative` and `base` is given.
 *
 * The base may lie outside `from` and `to`: so all dates are read, compared with it, and then cut.
 */
export const findAsked = (services: Knowledge, query: SeriesQuery): SeriesReply => {
  const { relative, base, from, to, ...rest } = query
  if (relative === undefined && base === undefined)
    return inWindow(findSeries(services, query), query)
  if (relative === undefined || base === undefined) {
    const [given, lacking] = base === undefined ? ['relative', 'base'] : ['base', 'relative']
    const detail = `${given} needs ${lacking}: write relative=index&base=2019-03, or relative=change.`
    throw new ProblemError('bad-request', detail, [{ pointer: `/${lacking}`, detail }])
  }
  const whole = relativeReply(findSeries(services, rest), { kind: relative, base })
  if (from === undefined && to === undefined) return whole
  const shown = findSeries(services, { ...rest, from, to })
  return {
    ...whole,
    notes: shown.notes,
    sources: shown.sources,
    marks: shown.marks,
    series: whole.series.map((entry, index) => {
      const kept = new Set(shown.series[index]?.points.map((point) => point.observation))
      return { ...entry, points: entry.points.filter((point) => kept.has(point.observation)) }
    }),
  }
}

/** A promised level is drawn for the dates that are shown, not back to the day it was promised. */
const inWindow = (reply: SeriesReply, { from, to }: SeriesQuery): SeriesReply =>
  from === undefined && to === undefined
    ? reply
    : {
        ...reply,
        targets: reply.targets
          .map((target) => ({ ...target, path: clipPath(target.path, from, to) }))
          .filter((target) => target.path.length > 0),
      }
