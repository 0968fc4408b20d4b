/** Imports over HTTP: upload and check, explain, commit, undo. Never from kept bytes. */
import {
  aliasesEndpoint,
  fileLookEndpoint,
  type Import,
  importEndpoint,
  importsEndpoint,
  unknownNamesEndpoint,
} from '@muster/shared/contract/import'
import {
  aliasEndpoint,
  commitEndpoint,
  findingsFile,
  mappingEndpoint,
  mappingPreviewEndpoint,
  namesEndpoint,
  recheckEndpoint,
  templateCsvFile,
  templateXlsxFile,
  undoEndpoint,
  uploadEndpoint,
} from '@muster/shared/contract/import-commands'
import { ProblemError } from '@muster/shared/contract/problem'
import { may } from '@muster/shared/domain/permission'
import type { FormTwin } from '../../platform/http/form.ts'
import type { Routes, SignedIn } from '../../platform/http/http-services.ts'
import { declareCommand, declareRead } from '../../platform/http/route.ts'
import type { Knowledge } from '../../reference/knowledge.ts'
import { findImport, findImports } from '../jobs/import-records.ts'
import type { ImportRunner } from '../jobs/import-runner.ts'
import { chooseAlias, currentAlias, findAliases, findUnknownNames } from '../names/aliases.ts'
import { currentImport } from './current-import.ts'
import { findingsCsv } from './findings-csv.ts'
import { backToImports, choicesOf, ticksOf } from './import-form.ts'
import { publicImport } from './public-import.ts'
import { uploadOf } from './upload.ts'

type Importing = Knowledge & { runImport: ImportRunner }

export const importRoutes = (routes: Routes, services: Importing): void => {
  const { store, runImport } = services
  const found = (id: number): Import => findImport(store.read, services.register(), id)
  const file = ({ params }: { params: { id: number } }) =>
    currentImport(found(params.id), [], 'first')
  /** What the person may see of it, if anything. */
  const shown = (whole: Import, who: SignedIn | null): Import | null =>
    who !== null && may(who.role, 'import', { readAccess: 'public', through: who.through })
      ? whole
      : publicImport(whole)
  declareRead(routes, importsEndpoint, ({ who }) =>
    findImports(store.read, services.register())
      .flatMap((whole) => shown(whole, who) ?? [])
      .map(({ changes: _changes, stops: _stops, notes: _notes, ...rest }) => rest),
  )
  declareRead(routes, importEndpoint, ({ params, who }) => {
    const whole = shown(found(params.id), who)
    // The same as of an import that never was: that somebody tried is not public either.
    if (whole === null) throw new ProblemError('not-found', `There is no import ${params.id}.`)
    return whole
  })
  declareRead(routes, findingsFile, ({ params }) => findingsCsv(found(params.id)), {
    name: ({ params }) => `muster-import-${params.id}-findings.csv`,
  })
  // Loaded when first asked for: the template brings the layouts with it.
  const template = () => import('../layouts/muster/template-file.ts')
  declareRead(routes, templateXlsxFile, async () =>
    (await template()).templateXlsx(services.register()),
  )
  declareRead(routes, templateCsvFile, async () =>
    (await template()).templateCsv(services.register()),
  )
  declareCommand(routes, uploadEndpoint, {
    run: async ({ request, asker }) =>
      runImport({ kind: 'check', upload: await uploadOf(request), asker }),
    reply: found,
    form: toImport,
  })
  declareCommand(routes, commitEndpoint, {
    run: ({ params: { id }, query, body, asker }) =>
      runImport({ kind: 'commit', id, body, asker, seen: query.version }),
    current: file,
    reply: found,
    form: { ...toImport, bodyOf: ticksOf },
  })
  declareCommand(routes, undoEndpoint, {
    run: ({ params: { id }, query, asker }) =>
      runImport({ kind: 'undo', id, asker, seen: query.version }),
    current: file,
    reply: found,
    form: toImport,
  })
  declareCommand(routes, recheckEndpoint, {
    run: ({ params: { id }, query, asker }) =>
      runImport({ kind: 'recheck', id, asker, seen: query.version }),
    current: file,
    reply: found,
    form: toImport,
  })
  nameRoutes(routes, services, found)
  mappingRoutes(routes, services, found)
}

const nameRoutes = (routes: Routes, services: Importing, found: (id: number) => Import): void => {
  const { store } = services
  const choices = () => findAliases(store.read, services.register())
  declareRead(routes, aliasesEndpoint, choices)
  declareRead(routes, unknownNamesEndpoint, ({ params }) =>
    findUnknownNames(services.register(), found(params.id)),
  )
  declareCommand(routes, aliasEndpoint, {
    write: (tx, { body, asker }) => chooseAlias(tx, services.register(), body, asker),
    current: ({ body }) => currentAlias(store.read, services.register(), body),
    reply: choices,
  })
  declareCommand(routes, namesEndpoint, {
    run: ({ params: { id }, body, asker, refuseChanged }) => {
      store.write((tx) => {
        refuseChanged()
        for (const choice of body.choices) chooseAlias(tx, services.register(), choice, asker)
      })
      return services.runImport({ kind: 'recheck', id, asker })
    },
    current: ({ params }) => currentImport(found(params.id), choices(), 'all'),
    reply: found,
    form: { ...toImport, bodyOf: choicesOf },
  })
}

const mappingRoutes = (
  routes: Routes,
  services: Importing,
  found: (id: number) => Import,
): void => {
  const { store, runImport } = services
  declareRead(routes, fileLookEndpoint, ({ params: { id } }) => runImport({ kind: 'look', id }))
  declareCommand(routes, mappingPreviewEndpoint, {
    run: ({ params: { id }, body: { mapping } }) => runImport({ kind: 'preview', id, mapping }),
  })
  declareCommand(routes, mappingEndpoint, {
    run: ({ params: { id }, query, body: { mapping }, asker }) =>
      runImport({ kind: 'map', id, mapping, asker, seen: query.version }),
    current: ({ params: { id } }) =>
      currentImport(found(id), findAliases(store.read, services.register()), 'all'),
    reply: found,
  })
}

const toImport: FormTwin<number> = {
  // The nearest meanings of a name and the list of all are two fields of one name.
  lastCounts: true,
  to: (id) => `/imports/${id}`,
  back: backToImports,
}
