/** The chart of a review as it is asked for: lines, ours dark, in the words of the review's place. */
import type { Review, ReviewChart } from '../contract/review.ts'
import type { AskedChart } from './kinds/kind.ts'
import { trendChart } from './kinds/trend.ts'
import type { TrendModel } from './model/trend-model.ts'

export const reviewChart = (
  { reply, ours }: Pick<ReviewChart, 'reply' | 'ours'>,
  { model }: { model: Pick<Review['model'], 'areaWords'> },
): AskedChart<TrendModel> => trendChart({ reply, ours, areaWords: model.areaWords })
