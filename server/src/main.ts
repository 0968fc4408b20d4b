/**
 * Where the server begins, once `start.js` has set the process up.
 *
 * The heap is told to stay small: grown while modules are loaded, its young part alone would hold
 * 100 MB for ever that nothing uses, and what is hot here is bytes, not objects.
 */
import { setFlagsFromString } from 'node:v8'
import { loadQuickly } from './platform/loading.ts'

setFlagsFromString('--optimize-for-size')
const { serve } = await loadQuickly(() => import('./serve.ts'))
await serve()
