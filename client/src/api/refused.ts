import type { Problem } from '@muster/shared/contract/problem'

/** A command was not carried out: the API said why, or it could not be reached. */
export class Refused extends Error {
  override readonly name = 'Refused' as const
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}
