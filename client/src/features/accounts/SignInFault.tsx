import { SIGN_IN_FAULTS } from '@muster/shared/contract/account'
import { Notice } from '../../ui/Notice.tsx'

/** Why the form came back; an address may say anything, so only known faults are shown. */
export const SignInFault = ({ id, fault }: { id: string; fault: string | null }) => {
  const sentence = Object.entries(SIGN_IN_FAULTS).find(([code]) => code === fault)?.[1]
  if (sentence === undefined) return null
  return (
    <div id={id}>
      <Notice title="That did not work">
        <p>{sentence}</p>
      </Notice>
    </div>
  )
}
