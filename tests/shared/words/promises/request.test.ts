import { type Request, requestBody } from '@muster/shared/words/promises/request'
import { describe, expect, test } from 'vitest'

const REQUEST: Request = {
  kind: 'foi',
  promise: {
    document: 'A New Met for London',
    published: '2023-07-18',
    words: 'The Met said that it would have 500 more PCSOs.',
    kind: 'undertaking',
    table: 'Police Force Strength',
  },
  measures: [
    {
      name: 'Police community support officers',
      definition: 'Uniformed staff without the powers of a constable. Not officers.',
      unit: 'people',
      basis: 'fte',
    },
  ],
  areas: ['Metropolitan Police'],
  from: '2023-03-31',
  until: '2023-12',
  lacksBaseline: false,
}

const body = (changes: Partial<Request> = {}): string => requestBody({ ...REQUEST, ...changes })

describe('the question that would settle a promise', () => {
  test('names metric, basis, area, dates, table and format', () => {
    expect(body()).toContain(
      '1. Police community support officers (uniformed staff without the powers of a constable), as full-time equivalents (FTE), for the Metropolitan Police, at each month end from 31 March 2023 to December 2023, and for the latest month held. We believe it is in: Police Force Strength.',
    )
    expect(body()).toContain('as a CSV file')
    expect(body()).toContain('A New Met for London (18 July 2023) says, in our words: The Met said')
  })

  test('asks for both bases where none was stated, and for none of what has none', () => {
    const [measure] = REQUEST.measures
    if (measure === undefined) throw new Error('no measure')
    expect(body({ measures: [{ ...measure, basis: 'not_stated' }] })).toContain(
      'and as headcount, each stated,',
    )
    const hours = {
      ...measure,
      name: 'Hours to answer',
      unit: 'hours',
      basis: 'not_stated' as const,
    }
    expect(body({ measures: [hours] })).not.toMatch(/FTE|headcount/)
  })

  test('asks for a list where events are counted', () => {
    const events = [
      { name: 'Open community events held', definition: 'x', unit: 'events', basis: null },
    ]
    expect(body({ measures: events, areas: ['Haringey', 'Enfield'] })).toContain(
      '1. A list of open community events held in Haringey and Enfield from 31 March 2023 to December 2023, each with its date and place',
    )
  })

  test('asks for the starting number only where it lacks', () => {
    expect(body()).not.toContain('starting number')
    expect(body({ lacksBaseline: true })).toContain(
      '2. The starting number, with its date and basis.',
    )
  })

  test('calls only a promise a commitment', () => {
    expect(body()).toContain('Whether the commitment is still in force')
    for (const kind of ['ask', 'forecast', 'planned-cut', 'plan', 'recommendation'] as const)
      expect(body({ promise: { ...REQUEST.promise, kind } })).not.toContain('commitment')
  })

  test('is opened as what it is sent as', () => {
    expect(body()).toContain('Freedom of Information Act 2000')
    expect(body({ kind: 'mayors-question' })).toMatch(/^Question to the Mayor/)
    expect(body({ kind: 'letter' })).toMatch(/^Dear Borough Commander/)
  })
})
