import { askCommand, overrideCommand } from '@muster/server/cli/promise'
import { readConfig } from '@muster/server/platform/config'
import { audit, promiseOverride, promiseQuestion } from '@muster/server/platform/db/schema'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { openTestStore } from '../../support/app.ts'

describe('on the command line', () => {
  const { store, file, close } = openTestStore()
  afterAll(close)
  const config = readConfig({ DATABASE_FILE: file })
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  afterEach(() => said.mockClear())
  const questions = () => store.read.select().from(promiseQuestion).all()
  const overrides = () => store.read.select().from(promiseOverride).all()

  test('a question is noted with the day its answer is due, and answered', async () => {
    const args = ['pcso-2023-500', '--to', 'Metropolitan Police', '--on', '2024-10-07']
    expect(await askCommand.run(args, config)).toBe(0)
    expect(said).toHaveBeenCalledWith('Asked on 7 October 2024; answer due 4 November 2024.')
    await askCommand.run(['pcso-2023-500', '--answered', '2024-10-20'], config)
    expect(questions()).toMatchObject([
      { promise: 'pcso-2023-500', kind: 'foi', dueOn: '2024-11-04', answeredOn: '2024-10-20' },
    ])
    expect(store.read.select().from(audit).all().at(-1)?.by).toMatch(/\(command line\)$/)
  })

  test('nothing that waits cannot be answered, and an unknown promise not be asked about', async () => {
    await expect(
      askCommand.run(['khan-32000', '--answered', '2024-10-20'], config),
    ).rejects.toThrow('No question about khan-32000 waits')
    await expect(askCommand.run(['nothing', '--to', 'X'], config)).rejects.toThrow('no promise')
  })

  test('an override needs the name of a checker and a reason, and can be ended', async () => {
    const args = ['johnson-32000', '--status', 'kept', '--reason', 'Home Office count']
    expect(() => overrideCommand.run(args, config)).toThrow('--by NAME')
    expect(overrideCommand.run([...args, '--by', 'Chris'], config)).toBe(0)
    expect(overrides()).toMatchObject([
      { status: 'kept', by: 'Chris (command line)', endedOn: null },
    ])
    expect(overrideCommand.run(['johnson-32000', '--end', '--by', 'Chris'], config)).toBe(0)
    expect(overrides()[0]?.endedOn).not.toBeNull()
  })
})
