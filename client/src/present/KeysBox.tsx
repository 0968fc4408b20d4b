import { PRESENT_KEYS } from '@muster/shared/words/reviews/screens'
import { StageBox } from './StageBox.tsx'

export const KeysBox = () => (
  <StageBox name="Keys">
    <dl className="facts">
      {PRESENT_KEYS.map(({ keys, does }) => (
        <div key={keys} className="stage-key">
          <dt>{keys}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </StageBox>
)
