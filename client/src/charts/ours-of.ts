import type { ReviewChart } from '@muster/shared/contract/review'

/** The area that a chart is about: the third part of the key of its measure. */
export const oursOf = ({ key }: Pick<ReviewChart, 'key'>): string[] => [key.split('.')[2] ?? '']
