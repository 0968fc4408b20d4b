/** Names that no register knows: what they are near to, and what an analyst says they mean. */
import type { AliasBody, AliasChoice, Import, UnknownName } from '@muster/shared/contract/import'
import { ProblemError } from '@muster/shared/contract/problem'
import { AREA_TYPES } from '@muster/shared/domain/areas/area'
import { formatDate } from '@muster/shared/words/format'
import { and, desc, eq } from 'drizzle-orm'
import { type Asker, writeAudit } from '../../accounts/audit.ts'
import type { ReadDb, WriteDb } from '../../platform/db/open.ts'
import { aliasChoice } from '../../platform/db/schema.ts'
import { type Current, versionOf } from '../../platform/http/made-on.ts'
import { findArea, findMetric } from '../../reference/lookup.ts'
import type { Register } from '../../reference/register.ts'
import { makeNames, type Names, nameKey } from './names.ts'

/** Each unknown name of the listed stops once, in the order of the file. */
export const findUnknownNames = (
  register: Register,
  { stops }: Pick<Import, 'stops'>,
): UnknownName[] => {
  const names = makeNames(register, [])
  const found = new Map<string, UnknownName>()
  for (const { code, found: text, cell, expected } of stops) {
    const kind = KIND_OF_STOP[code]
    if (kind === undefined || text === null || nameKey(text) === '') continue
    const key = `${kind} ${nameKey(text)}`
    const known = found.get(key)
    if (known !== undefined) known.count += 1
    else
      found.set(key, {
        kind,
        alias: text.trim(),
        count: 1,
        cell,
        nearest:
          kind === 'area'
            ? nearestAreas(register, names, text, expected ?? '')
            : nearestMetrics(register, names, text),
      })
  }
  return [...found.values()]
}

/** The newest first. A choice whose target left the register is named by its code. */
export const findAliases = (db: ReadDb, register: Register): AliasChoice[] =>
  db
    .select()
    .from(aliasChoice)
    .orderBy(desc(aliasChoice.chosenAt), aliasChoice.alias)
    .all()
    .map((row) => ({
      ...row,
      targetName: nameOfTarget(register, row.kind, row.target),
      version: versionOf(row),
    }))

/** The meaning of one name, in any spelling; what nobody explained has a version too. */
export const currentAlias = (
  db: ReadDb,
  register: Register,
  { kind, alias }: Pick<AliasBody, 'kind' | 'alias'>,
): Current => {
  const found = findAliases(db, register).find(
    (choice) => choice.kind === kind && nameKey(choice.alias) === nameKey(alias),
  )
  return {
    version: found?.version ?? versionOf(null),
    text: [found === undefined ? `“${alias}” has no meaning.` : aliasSentence(found)],
  }
}

export const aliasSentence = ({ alias, targetName, chosenBy, chosenAt }: AliasChoice): string =>
  `“${alias}” means ${targetName} (${chosenBy}, ${formatDate(chosenAt.slice(0, 10))}).`

/**
 * One name has one meaning: what was chosen for it before, in any spelling, is replaced.
 *
 * @throws ProblemError `unknown-area` or `unknown-metric` when the target is not of the register.
 */
export const chooseAlias = (
  tx: WriteDb,
  register: Register,
  { kind, alias, target }: AliasBody,
  { by, at }: Asker,
): void => {
  if (nameKey(alias) === '')
    throw new ProblemError('bad-request', `“${alias}” has no letter or digit to know it by.`)
  if (target !== null && kind === 'area') findArea(register, target, '/target')
  if (target !== null && kind === 'metric') findMetric(register, target)
  const before = tx
    .select()
    .from(aliasChoice)
    .where(eq(aliasChoice.kind, kind))
    .all()
    .filter((row) => nameKey(row.alias) === nameKey(alias))
  for (const row of before)
    tx.delete(aliasChoice)
      .where(and(eq(aliasChoice.kind, kind), eq(aliasChoice.alias, row.alias)))
      .run()
  if (target !== null)
    tx.insert(aliasChoice).values({ kind, alias, target, chosenAt: at, chosenBy: by }).run()
  writeAudit(tx, {
    at,
    by,
    action: 'import.choose-alias',
    subject: `${kind}-name:${alias}`,
    detail: { target, before: before.map((row) => row.target) },
  })
}

const KIND_OF_STOP: Readonly<Record<string, UnknownName['kind']>> = {
  'unknown-area': 'area',
  'unknown-metric': 'metric',
}

/** The words of the stop name the kind that its layout looks for: only these are near. */
const nearestAreas = (
  register: Register,
  names: Names,
  text: string,
  expected: string,
): UnknownName['nearest'] => {
  const type = AREA_TYPES.find((each) => new RegExp(`\\b${each}\\b`, 'i').test(expected))
  const found = names.area(text, type === undefined ? {} : { type })
  const areas = [...register.areas.values()].filter((area) => (type ?? area.type) === area.type)
  return ('nearest' in found ? found.nearest : [])
    .flatMap((near) =>
      areas.filter(({ code, name }) => near === name || near.endsWith(`(${code})`)),
    )
    .slice(0, MOST_NEAR)
    .map(({ code }) => ({ target: code, name: nameOfTarget(register, 'area', code) }))
}

const nearestMetrics = (register: Register, names: Names, text: string): UnknownName['nearest'] => {
  const found = names.metric(text)
  return ('nearest' in found ? found.nearest : [])
    .slice(0, MOST_NEAR)
    .map((id) => ({ target: id, name: nameOfTarget(register, 'metric', id) }))
}

/** `Haringey (borough)`: a borough and a ward may share a name. */
const nameOfTarget = (register: Register, kind: UnknownName['kind'], target: string): string => {
  if (kind === 'metric') return register.metrics.get(target)?.name ?? target
  const area = register.areas.get(target)
  return area === undefined
    ? target
    : `${area.name} (${register.place.get(`word.${area.type}`) ?? area.type})`
}

const MOST_NEAR = 3
