/**
 * Bank holidays of England and Wales, which the 20 working days of a Freedom of Information request
 * leave out. The library is loaded when it is first needed: its data weigh 40 MB of memory.
 */
import { addWorkingDays } from '@muster/shared/domain/verdicts/working-days'

/** The last of the 20 working days after the day of asking. */
export const answerDue = async (askedOn: string): Promise<string> =>
  addWorkingDays(askedOn, WORKING_DAYS, await bankHolidays(Number(askedOn.slice(0, 4))))

/** Those of the year and of the next, since an answer may be due in the next. */
const bankHolidays = async (year: number): Promise<Set<string>> => {
  const { default: Holidays } = await import('date-holidays')
  const calendar = new Holidays('GB', 'ENG', { types: ['public', 'bank'] })
  return new Set(
    [year, year + 1].flatMap((of) =>
      calendar.getHolidays(of).map((holiday) => holiday.date.slice(0, 10)),
    ),
  )
}

const WORKING_DAYS = 20
