/** A share that is told in its parts first and then together. */
import { formatPercent } from './format.ts'
import { lowerFirst } from './measure.ts'

/** `other duties took 5.2% and training 13.9%` */
export const splitWords = (parts: readonly { short: string; value: number }[]): string =>
  parts
    .map(
      ({ short, value }, index) =>
        `${lowerFirst(short)}${index === 0 ? ' took' : ''} ${formatPercent(value)}`,
    )
    .join(' and ')
