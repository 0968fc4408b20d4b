/** What the forms of an import offer: sources by kind, areas by type. */
import type { Source } from '@muster/shared/contract/register'
import { AREA_TYPES, type Area } from '@muster/shared/domain/areas/area'
import { pluralOf } from '../../api/place.ts'
import type { Options } from '../../ui/options.ts'

export const sourceOptions = (sources: readonly Source[]): Options => [
  { value: '', name: 'Choose a source' },
  ...(['dataset', 'document'] as const).map((kind) => ({
    name: kind === 'dataset' ? 'Data sets' : 'Documents',
    options: sources
      .filter((source) => source.kind === kind)
      .map(({ id, title }) => ({ value: id, name: title })),
  })),
]

export const areaOptions = (
  areas: readonly Area[],
  words: Readonly<Record<string, string>>,
): Options =>
  AREA_TYPES.map((type) => ({
    name: pluralOf(type, words),
    options: areas
      .filter((area) => area.type === type)
      .map(({ code, name }) => ({ value: code, name })),
  }))
