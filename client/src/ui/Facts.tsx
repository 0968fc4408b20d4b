import { Fragment, type ReactNode } from 'react'

/** Terms and what they are, in order; a term whose fact is false or null has no line. */
export const Facts = ({ of }: { of: Readonly<Record<string, ReactNode>> }) => (
  <dl className="facts">
    {Object.entries(of).map(([term, fact]) =>
      fact === false || fact === null ? null : (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{fact}</dd>
        </Fragment>
      ),
    )}
  </dl>
)
