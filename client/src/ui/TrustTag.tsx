import type { Trust } from '@muster/shared/domain/series/observation'
import { TRUST_TERMS } from '@muster/shared/words/terms'
import './TrustTag.css'

/** A primary figure needs no label in a list; every other one carries its own. */
export const TrustTag = ({ trust, always = false }: { trust: Trust; always?: boolean }) =>
  trust === 'primary' && !always ? null : (
    <span className="trust" data-trust={trust} title={TRUST_TERMS[trust].definition}>
      {TRUST_TERMS[trust].label}
    </span>
  )
