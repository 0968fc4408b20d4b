import { format, isValidFormat } from 'numfmt'

/** How a workbook shows the numbers of a cell, and whether they are dates. */
export type NumberFormat = {
  show: (value: number) => string
  /** Has a day, a month or a year: durations and times of day are not dates. */
  isDate: boolean
}

/** Reads a format code such as `#,##0.0` or `mmm-yy`; one that cannot be read shows as General. */
export const numberFormat = (code: string): NumberFormat => ({
  show: code === 'General' ? general : (value) => shown(code, value),
  isDate: isDateCode(code) && isValidFormat(code),
})

/** As stored, to the 15 digits that Excel keeps: 0.30000000000000004 is 0.3. */
export const general = (value: number): string => String(Number(value.toPrecision(15)))

/**
 * ISO date of a serial day number, with `T` and the time when there is one. Excel counts a
 * 29 February 1900 that was not; no publisher's figures reach back so far.
 */
export const isoDate = (serial: number, is1904: boolean): string | undefined => {
  const day = serial + (is1904 ? DAYS_1904 : 0)
  if (!(day >= 1 && day < DAYS_TO_10000)) return undefined
  const seconds = Math.round((day < 60 ? day + 1 : day) * 86_400) - DAYS_TO_1970 * 86_400
  const iso = new Date(seconds * 1000).toISOString()
  return iso.slice(0, iso.endsWith('T00:00:00.000Z') ? 10 : 19)
}

/** A workbook of the 1904 system counts from a day that many days later. */
export const DAYS_1904 = 1462

/**
 * Formats that a workbook uses by number without spelling them out (ECMA-376 part 1, 18.8.30).
 * 14 and 22 follow the reader's country: the publishers' is the United Kingdom. 27-36 and 50-58
 * are East Asian dates, shown here in ISO order.
 */
export const builtInFormats: readonly (readonly [number, string])[] = [
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'dd/mm/yyyy hh:mm'],
  ...range(27, 36).map((id) => [id, 'yyyy-mm-dd'] as const),
  [37, '#,##0;-#,##0'],
  [38, '#,##0;-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;-#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [48, '##0.0E+0'],
  ...range(50, 58).map((id) => [id, 'yyyy-mm-dd'] as const),
]

/** From 30 December 1899, the day whose serial number is 0. */
const DAYS_TO_1970 = 25_569
const DAYS_TO_10000 = 2_958_466

const shown = (code: string, value: number): string => {
  try {
    return format(code, value, { dateErrorThrows: true }).trim()
  } catch {
    return general(value)
  }
}

const isDateCode = (code: string): boolean => {
  const [positive = ''] = code
    .replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '')
    .toLowerCase()
    .split(';')
  const letters = positive.replace(/am\/pm|a\/p|general/g, '')
  return /[dy]/.test(letters) || (letters.includes('m') && !/[hs]/.test(letters))
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
