import { SIGN_IN_FAULTS, type SignInFaultCode } from '@muster/shared/contract/account'
import type { Fault, ProblemCode } from '@muster/shared/contract/problem'
import { ProblemError } from '@muster/shared/contract/problem'

/** A problem that the sign-in and invitation pages have a sentence for; a script gets the closer one. */
export class SignInFault extends ProblemError {
  readonly fault: SignInFaultCode

  constructor(code: ProblemCode, fault: SignInFaultCode, errors: readonly Fault[] = []) {
    super(code, errors[0]?.detail ?? SIGN_IN_FAULTS[fault], errors)
    this.fault = fault
  }
}
