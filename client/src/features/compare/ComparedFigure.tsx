import { trendModel } from '@muster/shared/charts/model/trend-model'
import type { RankedArea } from '@muster/shared/contract/ranking'
import type { Place } from '@muster/shared/contract/register'
import type { SeriesReply } from '@muster/shared/contract/series'
import type { Show } from '@muster/shared/view/show'
import { pluralOf } from '../../api/place.ts'
import { FigureTable } from '../../charts/FigureTable.tsx'
import { MultiplesFigure } from '../../charts/MultiplesFigure.tsx'
import { RankingFigure } from '../../charts/RankingFigure.tsx'
import { TrendFigure } from '../../charts/TrendFigure.tsx'
import { evidenceHref } from '../../ui/evidence-href.ts'

type Given = {
  show: Show
  reply: SeriesReply
  /** What the dots are made of; null while lines are shown. */
  rows: readonly RankedArea[] | null
  ours: readonly string[]
  place: Place
  areaType: string
}

/** The view as lines, as small multiples, as dots on one date, or as its table alone. */
export const ComparedFigure = ({ show, reply, rows, ours, place, areaType }: Given) => {
  const common = { id: 'compared', ours, headingLevel: 2, evidenceHref } as const
  if (show === 'dots' && rows !== null)
    return (
      <RankingFigure
        {...common}
        rows={rows}
        metric={reply.about}
        basis={reply.basis}
        plural={pluralOf(areaType, place.words)}
        per={reply.per}
        sources={reply.sources}
      />
    )
  if (show === 'table') {
    const model = trendModel(reply, { ours, width: TABLE_WIDTH, areaWords: place.words })
    return (
      <>
        <h2>{model.headline}</h2>
        <p>{model.summary.join(' ')}</p>
        <FigureTable id="compared" tableOf={() => model.table} evidenceHref={evidenceHref} />
      </>
    )
  }
  return show === 'small' ? (
    <MultiplesFigure {...common} reply={reply} areaWords={place.words} />
  ) : (
    <TrendFigure {...common} reply={reply} areaWords={place.words} />
  )
}

/** The model is made for a picture; its table is the same at any width. */
const TABLE_WIDTH = 960
