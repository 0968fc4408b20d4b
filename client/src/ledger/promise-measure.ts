import type { PromiseSummary } from '@muster/shared/contract/promise'
import type { Basis } from '@muster/shared/domain/series/observation'
import type { Measure } from '@muster/shared/words/measure'

/** What the figure that stands for a promise measures. */
export const measureOf = (standing: NonNullable<PromiseSummary['standing']>): Measure => ({
  name: standing.metricName,
  short: standing.metricName,
  unit: standing.unit,
  decimals: standing.decimals,
  basis: standing.basis as Basis,
  per: null,
})
