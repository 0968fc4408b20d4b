/** Pages, files and documents say things as their readers do: private phrases do not come back. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** What once stood on a page or in a document, and what is said now. */
const BANNED: Readonly<Record<string, string>> = {
  'known today': 'latest figures',
  'as known on': 'figures available on',
  'what it lacks': 'known gaps',
  'what they lack': 'known gaps',
  'what each source lacks': 'known gaps',
  'take it away': 'download or share',
  'those ticked': 'selected areas',
  'tick areas': 'select areas',
  'ours and their parts': 'our area and its boroughs',
  'and its parts': 'and its boroughs',
  'small picture each': 'small multiples',
  'it is 100': 'index (base = 100)',
  'against a date': 'compare with a date',
  'held against': 'compared with',
  'plain question': 'reset the view',
  'speaks of': 'contains',
  'read in another way': 'other interpretation',
  'other ways to read it': 'other interpretations',
  'holds it to be': 'recorded it as',
  'not here yet': 'not yet loaded',
  'called late': 'may be published but not imported',
  'come first stand here': 'showing the first',
  'bring figures in': 'import figures',
  'bring a file in': 'import a file',
  'bring it in': 'import it',
  'brought in': 'imported',
  'whose publication': 'source',
  'in place of a number': 'symbols for missing values',
  'look twice': 'check before importing',
  'take these figures in': 'import these figures',
  'taken in': 'imported',
  'undo the undoing': 'restore',
  'undoes the undoing': 'restores',
  'put it back': 'restore this import',
  'take up an invitation': 'accept your invitation',
  'taking up an invitation': 'accepting an invitation',
  'password now': 'current password',
  'for so many days': 'valid for (days)',
  'make a token': 'create token',
  'how one will see it': 'evidence of completion',
  'take out action': 'remove action',
  'on trial': 'provisional',
  'trial limits': 'provisional limits',
  'open or settled last': 'recently changed, open or decided',
  'were settled last': 'recently changed, open or decided',
  'verdicts that turned': 'changed verdicts',
  'would turn': 'would change',
  'as it stands there': 'as written in the source',
  'stands twice': 'appears twice',
  'this very file': 'this exact file',
  nought: 'zero',
}

const READ = globSync(
  [
    '{client,server,shared}/src/**/*.{ts,tsx,css}',
    'client/index.html',
    '*.md',
    'docs/**/*.md',
    'data/README.md',
  ],
  { cwd: ROOT },
)

/** As one reads it: a phrase may begin on one line of a comment or an element and end on the next. */
const proseOf = (file: string): string =>
  readFileSync(join(ROOT, file), 'utf8')
    .replace(/\s*\n\s*(?:\*|\/\/)?\s*/g, ' ')
    .toLowerCase()

test('the pages and documents are found, so that the list below cannot pass by reading nothing', () => {
  expect(READ.length).toBeGreaterThan(400)
})

test.each(Object.entries(BANNED))('no page or document says “%s”, but “%s”', (phrase) => {
  expect(READ.filter((file) => file !== 'CHANGELOG.md' && proseOf(file).includes(phrase))).toEqual(
    [],
  )
})
