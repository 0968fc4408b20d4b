/**
 * Working days: Monday to Friday without bank holidays. Which days those are is for the caller to
 * say; this module knows no country and no calendar of holidays.
 */
import { addDays, dayNumber } from '../series/period.ts'

/**
 * The day that comes `count` working days after `day`, which itself does not count: a request of
 * Friday 2 January has its first working day on Monday 5 January.
 */
export const addWorkingDays = (
  day: string,
  count: number,
  holidays: ReadonlySet<string>,
): string => {
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at, holidays)) left -= 1
  }
  return at
}

export const isWorkingDay = (day: string, holidays: ReadonlySet<string>): boolean =>
  !isWeekend(day) && !holidays.has(day)

/** 1 January 1970 was a Thursday. */
const isWeekend = (day: string): boolean => {
  const ofWeek = (((dayNumber(day) + 4) % 7) + 7) % 7
  return ofWeek === 0 || ofWeek === 6
}
