/** What the forms of an import offer: sources by kind, areas by type, measures. */
import type { Source } from '@muster/shared/contract/register'
import { AREA_TYPES } from '@muster/shared/domain/areas/area'
import { areasAddress, metricsAddress } from '../../api/addresses.ts'
import { pluralOf, usePlace } from '../../api/place.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { idOptions, type Options } from '../../ui/options.ts'

export const sourceOptions = (sources: readonly Source[]): Options => [
  { value: '', name: 'Choose a source' },
  ...(['dataset', 'document'] as const).map((kind) => ({
    name: kind === 'dataset' ? 'Data sets' : 'Documents',
    options: sources
      .filter((source) => source.kind === kind)
      .map(({ id, title }) => ({ value: id, name: title })),
  })),
]

/** What a name in a file may mean; empty until it is known. */
export const useMeanings = (): Record<'area' | 'metric', Options> => {
  const areas = replyOf(useReply(areasAddress({}))) ?? []
  const metrics = replyOf(useReply(metricsAddress())) ?? []
  const words = replyOf(usePlace())?.words ?? {}
  return {
    area: AREA_TYPES.map((type) => ({
      name: pluralOf(type, words),
      options: areas
        .filter((area) => area.type === type)
        .map(({ code, name }) => ({ value: code, name })),
    })),
    metric: idOptions(metrics),
  }
}
