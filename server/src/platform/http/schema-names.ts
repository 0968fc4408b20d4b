/** A schema is a component of the OpenAPI document under the name of its export. */
import * as account from '@muster/shared/contract/account'
import * as areaProfile from '@muster/shared/contract/area-profile'
import * as change from '@muster/shared/contract/change'
import * as coverage from '@muster/shared/contract/coverage'
import * as fairShare from '@muster/shared/contract/fair-share'
import * as health from '@muster/shared/contract/health'
import * as importing from '@muster/shared/contract/import'
import * as ledger from '@muster/shared/contract/ledger'
import * as observation from '@muster/shared/contract/observation'
import * as problem from '@muster/shared/contract/problem'
import * as promise from '@muster/shared/contract/promise'
import * as entry from '@muster/shared/contract/promise-entry'
import * as ranking from '@muster/shared/contract/ranking'
import * as register from '@muster/shared/contract/register'
import * as review from '@muster/shared/contract/review'
import * as series from '@muster/shared/contract/series'
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
  ...account,
  ...areaProfile,
  ...change,
  ...coverage,
  ...fairShare,
  ...health,
  ...importing,
  ...ledger,
  ...observation,
  ...problem,
  ...promise,
  ...entry,
  ...ranking,
  ...register,
  ...review,
  ...series,
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
