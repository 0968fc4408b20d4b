import type { Problem } from '@muster/shared/contract/problem'

/** What stands and what was sent, where somebody else was faster: nothing of either is lost. */
export const ChangedTexts = ({
  problem,
}: {
  problem: Pick<Problem, 'current' | 'given'> | null
}) =>
  problem?.current === undefined ? null : (
    <div className="changed-texts">
      <Lines title="What stands now" lines={problem.current.text} />
      <Lines title="What you sent" lines={problem.given?.text ?? []} />
      <p>What you entered is still here. Sending it again is made on what stands now.</p>
    </div>
  )

const Lines = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stay in their order, and two may be alike
          <li key={index}>{line}</li>
        ))}
      </ul>
    </>
  )
