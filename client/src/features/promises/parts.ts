import type { JudgedReading, PromiseDetail } from '@muster/shared/contract/promise'

/** The readings that must all hold and decide the status: the first, and those of its part. */
export const decidingReadings = ({ readings }: PromiseDetail): JudgedReading[] => {
  const [first] = readings
  return readings.filter(
    (judged) => judged === first || (partOf(judged) !== '' && partOf(judged) === partOf(first)),
  )
}

const partOf = (judged: JudgedReading | undefined): string => judged?.reading.part ?? ''
