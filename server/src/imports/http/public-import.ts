/**
 * What everybody may see of an import: source, edition, dates and counts of one that is in the figures
 * or was. Nothing of the file, nothing of who sent it or why; an upload is its editors' own.
 */
import type { Import } from '@muster/shared/contract/import'

/** Null for an upload that never was in the figures. */
export const publicImport = (found: Import): Import | null =>
  found.state === 'committed' || found.state === 'undone'
    ? {
        ...found,
        version: '',
        fileName: null,
        sha256: null,
        createdBy: null,
        committedBy: null,
        ticked: [],
        stops: [],
        stopCount: 0,
        ticks: [],
        notes: [],
        changes: [],
        digest: '',
      }
    : null
