import type { Place } from '@muster/shared/contract/register'
import type { Area, Membership } from '@muster/shared/domain/areas/area'
import { formatView, type ViewOf, viewOf } from '@muster/shared/view/view'
import { formatDate } from '@muster/shared/words/format'
import { areasAddress, ledgerAddress } from '../../api/addresses.ts'
import { usePlace } from '../../api/place.ts'
import { replyOf, useReply } from '../../api/queries.ts'
import { PromiseGroups } from '../../ledger/PromiseGroups.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { Profile } from './Profile.tsx'

export const AreaStory = ({ view }: { view: ViewOf<'area'> }) => {
  const areas = useReply(areasAddress({}))
  const area = replyOf(areas)?.find(({ code }) => code === view.code)
  return (
    <Page
      title={area?.name ?? 'Area'}
      crumbs={[{ name: 'Areas', href: formatView(viewOf('areas', {})) }]}
      description={`Staffing figures and promises about ${area?.name ?? 'an area'}.`}
    >
      <h1>{area?.name ?? 'Area'}</h1>
      <Answered answer={areas}>
        {(all) =>
          area === undefined ? (
            <Notice title={`No area has the code ${view.code}`} />
          ) : (
            <Story area={area} all={all} />
          )
        }
      </Answered>
    </Page>
  )
}

const Story = ({ area, all }: { area: Area; all: readonly Area[] }) => {
  const words = replyOf(usePlace())?.words ?? {}
  const ledger = useReply(ledgerAddress({ area: area.code }))
  const children = all.filter(({ parents }) => parents.some(({ code }) => code === area.code))
  return (
    <>
      <Facts
        of={{
          Kind: words[`${area.type}.long`] ?? words[area.type] ?? area.type,
          Code: area.code,
          'Part of':
            area.parents.length > 0 &&
            area.parents.map((parent) => (
              <MemberLine key={`${parent.code} ${parent.from}`} of={parent} all={all} />
            )),
        }}
      />
      {replyOf(ledger) !== null && (
        <p>
          {replyOf(ledger)?.sentence} <a href="#promises">The promises</a>
        </p>
      )}
      {children.length > 0 && <Parts of={area} parts={children} words={words} />}
      <Profile area={area.code} />
      <FairShareLink area={area} />
      <h2 id="promises">Promises about it</h2>
      <Answered answer={ledger}>
        {(reply) => (
          <>
            <p>{reply.sentence}</p>
            <PromiseGroups groups={reply.groups} promises={reply.promises} at={null} asOf={null} />
          </>
        )}
      </Answered>
    </>
  )
}

const Parts = ({
  of,
  parts,
  words,
}: {
  of: Area
  parts: readonly Area[]
  words: Place['words']
}) => (
  <>
    <h2>Its parts</h2>
    <ul className="choices">
      {parts.map(({ code, name, type, parents }) => (
        <li key={code}>
          <a className="target" href={formatView(viewOf('area', { code }))}>
            {name}
          </a>{' '}
          <span className="note">
            {words[type] ?? type}
            {parents.filter((parent) => parent.code === of.code).map(spanOf)}
          </span>
        </li>
      ))}
    </ul>
  </>
)

/** Only for parts of the force: a whole has no share of itself. */
const FairShareLink = ({ area }: { area: Area }) =>
  area.type === 'bcu' || area.type === 'borough' ? (
    <p>
      <a href={formatView(viewOf('fair-share', { area: area.code }))}>
        What would be a fair share for {area.name}?
      </a>
    </p>
  ) : null

const MemberLine = ({ of, all }: { of: Membership; all: readonly Area[] }) => (
  <span className="line">
    <a href={formatView(viewOf('area', { code: of.code }))}>
      {all.find(({ code }) => code === of.code)?.name ?? of.code}
    </a>
    <span className="note">{spanOf(of)}</span>
  </span>
)

const spanOf = ({ from, to }: Membership): string =>
  (from === null ? '' : ` from ${formatDate(from)}`) + (to === null ? '' : ` to ${formatDate(to)}`)
