/** What all files of a review share: its tables, and its charts at the size of the page. */
import { plainMeasureOf } from '@muster/shared/charts/model/relative-reply'
import type { Review, ReviewChart } from '@muster/shared/contract/review'
import type { ReviewTable } from '@muster/shared/words/reviews/cell'
import {
  actionTable,
  definitionTable,
  findingTable,
  questionTable,
  revisionTable,
  sourceTable,
} from '@muster/shared/words/reviews/record-table'
import { measureTable, seriesTable, statusTable } from '@muster/shared/words/reviews/table'

/** Everything but the charts' figures, in the order of the printed review. */
export const wordTables = ({ model, actions }: Review): ReviewTable[] =>
  [
    findingTable(model),
    statusTable(model.promises, 'Promises, plans and asks'),
    measureTable(model.measures),
    revisionTable(model),
    questionTable(model),
    actionTable(actions),
    definitionTable(model),
    sourceTable(model),
  ].filter(({ rows }) => rows.length > 0)

export const chartTable = ({ id, headline, reply }: ReviewChart): ReviewTable =>
  seriesTable({ id, title: headline, measure: plainMeasureOf(reply), series: reply.series })
