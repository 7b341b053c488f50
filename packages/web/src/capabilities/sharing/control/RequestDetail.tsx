import { answeredWith, itemsAsked, type Request, requestCard, requestStatus, standingCard } from '@entente/engine';
import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { RelativeTime } from '../../../kit/RelativeTime.tsx';
import { spanWords } from '../../../kit/relative.ts';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { RequestChip } from '../review/RequestCells.tsx';

export interface RequestDetailProps extends DetailProps {
  /** Who decides, while nobody has; or how. */
  readonly decision?: ReactNode;
}

/** One request for release: who asks whom for what, until when, what was answered. */
export function RequestDetail({ id, foot, decision }: RequestDetailProps) {
  const { world, say, now } = useControl();
  const request = world.sharing.requests.get(id);
  const card = request && requestCard(request);
  if (!request || !card) return null;
  const status = requestStatus(request);
  const waits = status === 'open' || status === 'overdue';
  const items = [...new Set([...itemsAsked(request), ...answeredWith(request)])];
  return (
    <SidePanel title={say('request.title')} chip={<RequestChip status={status} />} foot={foot}>
      {waits && (
        <p className="ct-when">
          <RelativeTime at={card.due} now={now} kind="deadline" exact />
        </p>
      )}
      <NotYet of={[card.text]} />
      <blockquote className="ct-quote">
        <Said text={card.text} />
      </blockquote>
      <dl className="ct-facts">
        <dt>{say('request.from')}</dt>
        <dd>
          <AddressName address={card.from} withParty />
        </dd>
        <dt>{say('request.of')}</dt>
        <dd>
          <AddressName address={card.of} />
        </dd>
        <dt>{say('request.for')}</dt>
        <dd className="ct-tolist">
          {card.for.map((a) => (
            <AddressName key={a} address={a} withParty />
          ))}
        </dd>
        {items.length > 0 && <dt>{say('request.about')}</dt>}
        {items.length > 0 && (
          <dd className="ct-tolist">
            {items.map((id) => (
              <ItemLink key={id} id={id} />
            ))}
          </dd>
        )}
      </dl>
      <Answer request={request} />
      {waits && decision}
    </SidePanel>
  );
}

function ItemLink({ id }: { id: string }) {
  const { world, select, pick } = useControl();
  const item = world.sharing.items.get(id);
  if (!item) return null;
  return (
    <button type="button" className="ct-rowlink" onClick={() => select({ kind: 'item', id })}>
      {pick(standingCard(item)?.title)}
    </button>
  );
}

function Answer({ request }: { request: Request }) {
  const { say, start } = useControl();
  const kit = useWords('kit');
  const card = requestCard(request);
  const { decided, reasoned } = request;
  if (!card || !decided) return null;
  return (
    <>
      <p className="ct-small ct-row ct-wrap">
        <AddressName address={decided.by} />{' '}
        {say('request.after', { span: spanWords(kit, decided.at - card.since), time: clockWords(decided.at, start) })}
      </p>
      <NotYet of={[decided.conditions, decided.reason, reasoned?.reason]} />
      {decided.conditions && (
        <p>
          <Said text={decided.conditions} />
        </p>
      )}
      {decided.reason && (
        <p>
          <Said text={decided.reason} />
        </p>
      )}
      {reasoned && (
        <p className="ct-controlonly">
          <strong>{say('request.untold')}</strong> <Said text={reasoned.reason} />
        </p>
      )}
    </>
  );
}

/** A request in one line, under the item that it is about. */
export function RequestLine({ request }: { request: Request }) {
  const { select } = useControl();
  const card = requestCard(request);
  if (!card) return null;
  return (
    <div className="ct-ask">
      <p className="ct-row ct-wrap ct-small">
        <AddressName address={card.from} />
        <span className="ct-grow" />
        <RequestChip status={requestStatus(request)} />
      </p>
      <button type="button" className="ct-rowlink" onClick={() => select({ kind: 'request', id: request.id })}>
        <Said text={card.text} />
      </button>
    </div>
  );
}
