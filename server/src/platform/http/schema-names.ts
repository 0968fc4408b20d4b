/** A schema is a component of the OpenAPI document under the name of its export. */
import * as contract from '@muster/shared/contract/contract'
import * as area from '@muster/shared/domain/areas/area'
import * as permission from '@muster/shared/domain/permission'
import * as commentary from '@muster/shared/domain/reviews/commentary'
import * as finding from '@muster/shared/domain/reviews/finding'
import * as content from '@muster/shared/domain/reviews/review-content'
import * as metric from '@muster/shared/domain/series/metric'
import * as value from '@muster/shared/domain/series/observation'
import * as pace from '@muster/shared/domain/verdicts/pace'
import * as record from '@muster/shared/domain/verdicts/promise'
import * as verdict from '@muster/shared/domain/verdicts/verdict'
import { z } from 'zod'

/** Of several of one name the last stands: what the contract made of the domain's. */
const EXPORTED: Readonly<Record<string, unknown>> = {
  ...area,
  ...permission,
  ...metric,
  ...value,
  ...record,
  ...verdict,
  ...pace,
  ...finding,
  ...commentary,
  ...content,
  ...contract,
}

/** Descriptions and examples stay those of the schema itself. */
class NamedSchemas extends z.core.$ZodRegistry<z.core.GlobalMeta> {
  override get(schema: z.core.$ZodType): z.core.GlobalMeta | undefined {
    const own = { ...z.globalRegistry.get(schema), ...super.get(schema) }
    return Object.keys(own).length === 0 ? undefined : own
  }
}

export const namedSchemas = () => {
  const names = new NamedSchemas()
  for (const [name, schema] of Object.entries(EXPORTED))
    if (schema instanceof z.ZodType) names.add(schema, { id: name })
  return names
}
