/** The chart of a review as it is asked for: lines, ours dark, in the words of the review's place. */
import type { Review, ReviewChart } from '../contract/review.ts'
import type { AskedChart } from './kinds/kind.ts'
import { trendChart } from './kinds/trend.ts'
import type { TrendModel } from './model/trend-model.ts'

export const reviewChart = (
  { reply, key }: Pick<ReviewChart, 'reply' | 'key'>,
  { model }: { model: Pick<Review['model'], 'areaWords'> },
): AskedChart<TrendModel> =>
  trendChart({ reply, ours: oursOf({ key }), areaWords: model.areaWords })

/** The area that a chart is about: the third part of the key of its measure. */
export const oursOf = ({ key }: Pick<ReviewChart, 'key'>): string[] => [key.split('.')[2] ?? '']
