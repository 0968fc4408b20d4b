/**
 * A CSV file that a spreadsheet program saved holds the figures as they are displayed, `5,517`, where
 * the publisher stores 5516.65. FTE of dozens of forces without one fraction were rounded on the way.
 */

import { type Finding, type Place, tick } from '../../import-finding.ts'

export type FractionCount = { add: (value: number) => void; finding: (place: Place) => Finding[] }

export const countFractions = (): FractionCount => {
  let values = 0
  let fractions = 0
  return {
    add(value) {
      if (value === 0) return
      values += 1
      if (!Number.isInteger(value)) fractions += 1
    },
    finding: (place) => (values < FEWEST || fractions > 0 ? [] : [rounded(values, place)]),
  }
}

/** A few small forces may have whole numbers by chance; so many have not. */
const FEWEST = 20

const rounded = (values: number, place: Place): Finding =>
  tick(
    'rounded',
    `None of the ${values} FTE figures has a decimal: the file seems to hold the numbers as displayed, rounded, and not as the publisher stores them.`,
    place,
    {
      found: 'whole numbers only',
      expected: 'FTE with decimals, such as 5516.65',
      suggestion: 'Take the publisher’s ODS or XLSX file itself, or accept rounded figures.',
    },
  )
