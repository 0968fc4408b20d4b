import { decimalsNeeded } from '@muster/shared/charts/words/table-model'
import { formatExact, type Measure } from '@muster/shared/words/measure'

/** No more decimals than the figure has: a whole number stays whole. */
export const formatShortest = (value: number, measure: Measure): string =>
  formatExact(value, measure, decimalsNeeded([value], measure))
