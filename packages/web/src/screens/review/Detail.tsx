import { type ReactNode, useEffect, useRef, useState } from 'react';
import { expectedLines } from '../../capabilities/expected/review/expectedLines.ts';
import { Amendments } from '../../capabilities/injects/review/Amendments.tsx';
import { injectLines } from '../../capabilities/injects/review/injectLines.ts';
import { askedLines } from '../../capabilities/messages/review/askedLines.ts';
import { ItemThing } from '../../capabilities/sharing/review/ItemThing.tsx';
import { RequestThing } from '../../capabilities/sharing/review/RequestThing.tsx';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button, IconButton } from '../../kit/Button.tsx';
import { ChannelIcon } from '../../kit/ChannelIcon.tsx';
import { Chip, StatusChip } from '../../kit/Chip.tsx';
import { Attached } from '../../kit/files/Attached.tsx';
import { LabelChip } from '../../kit/Labels.tsx';
import { AddressName } from '../../kit/Names.tsx';
import { Panel } from '../../kit/Panel.tsx';
import type { EditionEvent } from '../../kit/review/edition.ts';
import { eventSentence } from '../../kit/review/eventWords.ts';
import { eventsOf } from '../../kit/review/evidence.ts';
import { momentOf } from '../../kit/review/moment.ts';
import { useReview } from '../../kit/review/reviewContext.ts';
import { MarkIcon } from './happened/MarkShape.tsx';
import { evidenceOfKey } from './happened/timeline.ts';

const FIRST = 60;

/** What was chosen, and the events behind it. What lies after the chosen moment is marked as later. */
export function Detail() {
  const t = useWords('review');
  const { opened, open, whole, events, tab } = useReview();
  if (!opened) {
    return (
      <aside className="rv-detail rv-detail-empty">
        <p className="dim">{t('detail.pick')}</p>
        {tab !== 'knew' && <Legend />}
      </aside>
    );
  }
  const behind = eventsOf(events, 'key' in opened ? evidenceOfKey(whole, opened.key) : opened.evidence);
  const id = 'key' in opened ? opened.key : opened.title;
  return (
    <aside className="rv-detail">
      <Panel
        title={t('detail.behind', { count: behind.length })}
        actions={<IconButton size="small" icon="close" label={t('detail.close')} onClick={() => open(undefined)} />}
      >
        <div className="rv-detail-body">
          {'key' in opened ? <Thing id={opened.key} /> : <p className="strong read">{opened.title}</p>}
          <Behind key={id} events={behind} pointed={'key' in opened ? opened.event : undefined} />
        </div>
      </Panel>
    </aside>
  );
}

const LEGEND: readonly [string, Parameters<typeof MarkIcon>[0]['mark']][] = [
  ['inject', { kind: 'inject', form: 'contextual', status: 'released' }],
  ['contingency', { kind: 'inject', form: 'contingency', status: 'released' }],
  ['skipped', { kind: 'inject', form: 'contextual', status: 'skipped' }],
  ['met', { kind: 'expected', form: '', status: 'met' }],
  ['late', { kind: 'expected', form: '', status: 'late' }],
  ['missed', { kind: 'expected', form: '', status: 'missed' }],
  ['sharing', { kind: 'sharing', form: 'released', status: undefined }],
  ['request', { kind: 'sharing', form: 'requested', status: undefined }],
  ['message', { kind: 'message', form: 'inform', status: undefined }],
  ['decision', { kind: 'message', form: 'decide', status: undefined }],
];

function Legend() {
  const t = useWords('review');
  const { edition } = useReview();
  const shown = edition.startsWith('control')
    ? LEGEND
    : LEGEND.filter(
        ([, mark]) => mark.kind === 'message' || mark.kind === 'sharing' || (mark.form === 'contextual' && mark.status === 'released'),
      );
  return (
    <ul className="rv-legend">
      {shown.map(([name, mark]) => (
        <li key={name}>
          <MarkIcon mark={mark} />
          {t(`legend.${name}`)}
        </li>
      ))}
    </ul>
  );
}

function Behind({ events, pointed }: { readonly events: readonly EditionEvent[]; readonly pointed: string | undefined }) {
  const t = useWords('review');
  const { moment, end } = useReview();
  const [all, setAll] = useState(false);
  const shown = all ? events : events.slice(0, FIRST);
  return (
    <>
      <ol className="rv-events">
        {shown.map((e) => (
          <BehindEvent key={e.id} recorded={e} later={e.at > moment.at && moment.at < end} pointed={e.id === pointed} />
        ))}
      </ol>
      {shown.length < events.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('detail.more', { count: events.length })}
        </Button>
      )}
    </>
  );
}

function BehindEvent({
  recorded,
  later,
  pointed,
}: {
  readonly recorded: EditionEvent;
  readonly later: boolean;
  readonly pointed: boolean;
}) {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (pointed) line.current?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  const t = useWords('review');
  const { events, whole, wording, goTo } = useReview();
  const go = (): void => {
    const moment = momentOf(events, recorded.id);
    if (moment) goTo(moment);
  };
  return (
    <li ref={line} className={`rv-event${later ? ' later' : ''}${pointed ? ' pointed' : ''}`} aria-current={pointed ? 'true' : undefined}>
      <button type="button" className="rv-time-link" title={t('detail.goto')} onClick={go}>
        {wording.time(recorded.at)}
      </button>
      <span>
        {eventSentence(recorded, whole, wording)}
        {later && <span className="faint"> ({t('detail.later')})</span>}
      </span>
    </li>
  );
}

/** The thing itself: what it said, from whom, to whom. */
function Thing({ id }: { readonly id: string }) {
  const { whole, edition } = useReview();
  const [kind, of = ''] = id.split(/:(.*)/s);
  if (kind === 'item') return <ItemThing id={of} />;
  if (kind === 'request') return <RequestThing id={of} />;
  return <OtherThing id={id} whole={whole} edition={edition} />;
}

function OtherThing({ id, whole, edition }: { readonly id: string } & Pick<ReturnType<typeof useReview>, 'whole' | 'edition'>) {
  const text = useText();
  const t = useWords('review');
  const inject = injectLines(whole, edition).find((l) => l.key === id);
  if (inject) {
    return (
      <Card
        number={inject.number}
        title={text(inject.title)}
        chips={<LabelChip label={inject.label} />}
        state={inject.number === undefined ? undefined : <StatusChip state={inject.status} />}
        from={inject.from}
        to={inject.to}
        channel={inject.channel}
      >
        <p className="rv-quote">{inject.withdrawal ? <s>{text(inject.text)}</s> : text(inject.text)}</p>
        <Amendments line={inject} />
        <Attached cards={inject.attachments} />
        {inject.note !== undefined && (
          <p className="rv-note">
            <b>{t('detail.note')}</b> {text(inject.note)}
          </p>
        )}
      </Card>
    );
  }
  const expected = expectedLines(whole, edition).find((l) => l.key === id);
  if (expected)
    return (
      <Card number={expected.number} title={text(expected.text)} state={<StatusChip state={expected.status} />} from={expected.by}>
        {expected.note && <p className="rv-note">{expected.note}</p>}
      </Card>
    );
  const message = askedLines(whole, 'all').find((l) => l.key === id);
  if (!message) return null;
  return (
    <Card
      title={message.subject ?? ''}
      chips={<LabelChip label={message.label} />}
      state={<Chip>{t(`purpose.${message.purpose}`)}</Chip>}
      from={message.from}
      to={message.to}
    >
      <p className="rv-quote">{message.text}</p>
      <Attached cards={message.attachments} />
    </Card>
  );
}

interface CardProps {
  readonly number?: string | undefined;
  readonly title: string;
  readonly chips?: ReactNode;
  readonly state?: ReactNode;
  readonly channel?: string | undefined;
  readonly from: string;
  readonly to?: readonly string[];
  readonly children?: ReactNode;
}

function Card({ number, title, chips, state, channel, from, to, children }: CardProps) {
  const t = useWords('review');
  return (
    <div className="stack rv-thing">
      <div className="row wrap">
        {number && <span className="dim strong">{number}</span>}
        {state}
        <span className="grow" />
        {chips}
      </div>
      {title && <h3 className="read strong">{title}</h3>}
      <div className="row wrap small">
        {channel && <ChannelIcon channel={channel} label />}
        <AddressName address={from} withParty />
      </div>
      {to && (
        <div className="row wrap small">
          <span className="dim">{t('cols.to')}</span>
          {to.map((address) => (
            <AddressName key={address} address={address} />
          ))}
        </div>
      )}
      {children}
    </div>
  );
}
