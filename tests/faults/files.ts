/** Files for the fault tests: in a publisher's layout, different each time. */

/** 480 months of the monthly strength, so that a commit writes 1,440 rows. */
export const monthlyStrength = (seed: number): Uint8Array => {
  const rows = Array.from({ length: 480 }, (_, index) => {
    const month = MONTHS[index % 12]
    const year = String(2000 + Math.floor(index / 12)).slice(2)
    const value = 30_000 + ((seed * 7 + index * 13) % 1_000)
    return `${month}-${year},${value},${value - 20_000},${value - 29_000}`
  })
  return new TextEncoder().encode(
    ['Date,Police Officer Strength,Police Staff Strength,PCSO Strength', ...rows].join('\n'),
  )
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
