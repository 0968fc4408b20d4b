/** `import` and `undo`: the same room as the web page and the API, by another door. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Import, ImportFinding } from '@muster/shared/contract/import'
import { ProblemError } from '@muster/shared/contract/problem'
import { formatChange, formatDate } from '@muster/shared/words/format'
import { statusWord } from '@muster/shared/words/promises/status-words'
import { checkImport, commitImport, undoImport } from '../imports/jobs/import-commands.ts'
import { findImport } from '../imports/jobs/import-records.ts'
import { readRegister } from '../reference/register.ts'
import { askerNow, type Command, misused } from './command.ts'
import { withStore } from './open-data.ts'

export const importCommand: Command = {
  name: 'import',
  usage: 'import FILE --source ID [--published DATE] [--commit] [--tick REASON] [--json]',
  summary: 'Checks a publisher’s file and shows what it would change',
  help: [
    'Reads CSV, XLSX or ODS, lists every fault with its cell, and shows what would change.',
    'Nothing is written to the figures without --commit.',
    '',
    '  --source ID       the source of the file; the Data page lists the ids',
    '  --published DATE  when this edition was published, if the file does not say',
    '  --commit          import the figures, all or nothing',
    '  --tick REASON     accept everything that needs a tick, for this reason',
    '  --json            print the result as JSON and nothing else',
    '',
    'Exit code 0: clean. 1: stopped. 2: needs ticks.',
  ].join('\n'),
  run: (args, config) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        published: { type: 'string' },
        commit: { type: 'boolean', default: false },
        tick: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [file] = positionals
    if (file === undefined || values.source === undefined || positionals.length > 1)
      throw misused(importCommand)
    const bytes = readBytes(file)
    const source = values.source
    return withStore(config, (store) => {
      const asker = askerNow()
      const id = checkImport(
        store,
        { bytes, fileName: basename(file), source, published: values.published ?? null },
        asker,
      )
      const found = () => findImport(store.read, readRegister(store.read), id)
      const checked = found()
      const needsTicks = checked.ticks.length > 0 && values.tick === undefined
      if (values.commit && checked.state === 'checked' && !needsTicks)
        commitImport(store, id, { ticks: ticksFor(checked, values.tick) }, asker)
      const result = found()
      console.log(values.json ? JSON.stringify(toJson(result)) : toText(result))
      return result.stopCount > 0 ? 1 : needsTicks ? 2 : 0
    })
  },
}

export const undoCommand: Command = {
  name: 'undo',
  usage: 'undo IMPORT [--redo]',
  summary: 'Undoes a committed import; its figures stay on record',
  help: 'IMPORT is the number that the import printed. --redo restores one that was undone.',
  run: (args, config) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { redo: { type: 'boolean', default: false } },
    })
    const id = Number(positionals[0])
    if (!Number.isInteger(id)) throw misused(undoCommand)
    return withStore(config, (store) => {
      if (values.redo) commitImport(store, id, { ticks: [] }, askerNow())
      else undoImport(store, id, askerNow())
      console.log(`Import ${id} is ${values.redo ? 'restored' : 'undone'}.`)
      return 0
    })
  },
}

const readBytes = (file: string): Uint8Array => {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new ProblemError(
      'unreadable-file',
      `${file} cannot be opened: ${(error as Error).message}.`,
    )
  }
}

const ticksFor = (checked: Import, reason: string | undefined) =>
  reason === undefined
    ? []
    : [...new Set(checked.ticks.map((tick) => tick.code))].map((code) => ({ code, reason }))

const toJson = (result: Import) => ({
  id: result.id,
  state: result.state,
  layout: result.layout,
  edition: result.edition,
  observations: result.observations,
  stops: result.stops,
  ticks: result.ticks,
  notes: result.notes,
  diff: result.diff,
  changes: result.changes.slice(0, 100),
  verdicts: result.verdicts,
})

const toText = (result: Import): string =>
  [
    `Import ${result.id}: ${result.fileName} for ${result.sourceTitle}`,
    `Layout: ${result.layout ?? 'not recognised'}${result.edition === '' ? '' : `, ${result.edition}`}; ${result.observations} figures read.`,
    ...section('Stops', result.stops),
    ...section('Needs a tick', result.ticks),
    ...section('For information', result.notes),
    `${result.diff.added} new, ${result.diff.revised} changed, ${result.diff.unchanged} unchanged, ${result.diff.absent} not in this file.`,
    ...result.changes
      .slice(0, 20)
      .map(
        (change) =>
          `  ${change.metric} (${change.basis}), ${change.areaName}, ${formatDate(change.date)}: ${change.old ?? `[${change.oldMissing}]`} → ${change.new ?? `[${change.newMissing}]`} (${formatChange(change.change, 2)})`,
      ),
    ...result.verdicts.map(
      (turn) =>
        `  Verdict: “${turn.title}” would go from ${statusWord(turn.before, turn.kind)} to ${statusWord(turn.after, turn.kind)}.`,
    ),
    STATE_WORDS[result.state],
  ].join('\n')

const section = (title: string, findings: readonly ImportFinding[]): string[] =>
  findings.length === 0
    ? []
    : [
        `${title} (${findings.length}):`,
        ...findings.map(
          ({ cell, sentence, suggestion }) =>
            `  ${cell === null ? '' : `${cell}: `}${sentence}${suggestion === null ? '' : ` ${suggestion}`}`,
        ),
      ]

const STATE_WORDS: Record<Import['state'], string> = {
  stopped: 'Stopped: nothing was written to the figures.',
  checked: 'Checked: nothing was written to the figures. Add --commit to import them.',
  committed: 'Committed: the figures are imported.',
  undone: 'Undone: the figures do not count.',
}
