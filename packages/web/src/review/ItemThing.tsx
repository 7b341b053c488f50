import { rosterOfWorld, standingCard } from '@entente/engine';
import { useMemo } from 'react';
import { Attached } from '../files/Attached.tsx';
import { useText } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';
import { Button } from '../kit/Button.tsx';
import { Chip, type Tone } from '../kit/Chip.tsx';
import { LabelChip } from '../kit/Labels.tsx';
import { AddressName } from '../kit/Names.tsx';
import { spanWords } from '../kit/relative.ts';
import { eventsOf } from './evidence.ts';
import { evidenceOfItem, type KnownLine, knownLines } from './known.ts';
import { dueWords } from './knownWords.ts';
import { momentOf } from './moment.ts';
import { type RequestLine, requestLines } from './requestLines.ts';
import { useReview } from './reviewContext.ts';

/** An item as it stood in the end: what it said and to whom each portion might go, how long each waited for it, who asked. */
export function ItemThing({ id }: { readonly id: string }) {
  const { whole, wording } = useReview();
  const t = useWords('review');
  const kit = useWords('kit');
  const text = useText();
  const roster = useMemo(() => rosterOfWorld(whole), [whole]);
  const line = useMemo(() => roster && knownLines(whole, roster).find((l) => l.known.item === id), [whole, roster, id]);
  const requests = useMemo(() => requestLines(whole).filter((r) => r.items.includes(id)), [whole, id]);
  if (!line || !roster) return null;
  const { card, from, due } = line.known;
  const above = from && whole.sharing.items.get(from.item);
  return (
    <div className="stack rv-thing">
      <div className="row wrap">
        <LabelChip label={card.label} />
        <span className="grow" />
        <Chip>{kit(`itemKind.${card.kind}`)}</Chip>
      </div>
      <h3 className="read strong">{text(card.title)}</h3>
      <div className="row wrap small">
        <AddressName address={card.originator} />
      </div>
      {above && (
        <p className="small dim">
          {t('item.from')} <OpenItem id={above.id}>{text(standingCard(above)?.title)}</OpenItem>
        </p>
      )}
      <Waits line={line} partyOf={(a) => roster.partyOf(a)} />
      {due.length > 0 && (
        <ul className="small">
          {due.map((d) => (
            <li key={`${d.expected} ${d.at}`} className={d.held ? '' : 'late'}>
              {dueWords(d, wording)}
            </li>
          ))}
        </ul>
      )}
      {requests.map((r) => (
        <RequestSaid key={r.key} line={r} />
      ))}
      <section aria-label={t('item.portions')}>
        {card.portions.map((p, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: portions are known by their place
          <div key={i} className="rv-k-portion">
            <span className="row wrap small">
              <span className="dim">{i + 1}</span>
              <LabelChip label={p.label} />
              {p.releasableTo && p.releasableTo.length > 0 && (
                <span className="dim">
                  {t('item.releasable', { who: p.releasableTo.map((x) => wording.who(`party:${x}`)).join(', ') })}
                </span>
              )}
            </span>
            <p>{text(p.text)}</p>
          </div>
        ))}
      </section>
      <Attached cards={card.attachments} />
      {card.expires !== undefined && <p className="small dim">{t('item.expires', { time: wording.time(card.expires) })}</p>}
      <OpenInRecord id={id} />
    </div>
  );
}

function OpenItem({ id, children }: { readonly id: string; readonly children: React.ReactNode }) {
  const { open } = useReview();
  return (
    <button type="button" className="rv-figure" onClick={() => open({ key: `item:${id}` })}>
      {children}
    </button>
  );
}

interface Waited {
  readonly party: string;
  readonly key: string;
  readonly ms: number | undefined;
  readonly after: readonly { readonly number: string; readonly ms: number }[];
}

/** “76 min until Korea held it”, and how much of that lay after the deadline of an action that rested on it. */
function Waits({ line, partyOf }: { readonly line: KnownLine; readonly partyOf: (address: string) => string | undefined }) {
  const t = useWords('review');
  const kit = useWords('kit');
  const { wording } = useReview();
  const { parties, since, due } = line.known;
  const waited = parties.flatMap(({ party, held, part, withheld }): Waited[] => {
    const had = held ?? part;
    if (had && had.at > since) {
      const after = due.filter((d) => !d.held && partyOf(d.by) === party && d.at < had.at);
      return [
        {
          party,
          key: held ? 'heldAfter' : 'partAfter',
          ms: had.at - since,
          after: after.map((d) => ({ number: d.number, ms: had.at - d.at })),
        },
      ];
    }
    return !had && withheld ? [{ party, key: 'neverHeld', ms: undefined, after: [] }] : [];
  });
  if (waited.length === 0) return null;
  return (
    <div className="rv-k-figures">
      {waited.map((w) => (
        <div key={w.party} className={w.ms === undefined ? 'late' : ''}>
          <b>{w.ms === undefined ? '—' : spanWords(kit, w.ms)}</b>
          <span className="small">{t(`item.${w.key}`, { who: wording.who(`party:${w.party}`) })}</span>
        </div>
      ))}
      {waited.flatMap((w) =>
        w.after.map((a) => (
          <div key={`${w.party} ${a.number}`} className="late">
            <b>{spanWords(kit, a.ms)}</b>
            <span className="small">{t('item.afterDue', { number: a.number })}</span>
          </div>
        )),
      )}
    </div>
  );
}

/** To the list of all events, at the first one behind this item. */
function OpenInRecord({ id }: { readonly id: string }) {
  const t = useWords('review');
  const { whole, events, choose, setView, goTo } = useReview();
  const go = (): void => {
    const first = eventsOf(events, evidenceOfItem(whole, id)).find((e) => e.event.type !== 'ItemPlanned');
    const moment = first && momentOf(events, first.id);
    choose('happened');
    setView('list');
    if (moment) goTo(moment);
  };
  return (
    <div className="row">
      <Button size="small" icon="list" onClick={go}>
        {t('item.record')}
      </Button>
    </div>
  );
}

const TONES: Record<RequestLine['status'], Tone> = {
  open: 'plain',
  overdue: 'late',
  granted: 'met',
  conditions: 'met',
  refused: 'late',
  withdrawn: 'plain',
};

export function RequestChip({ status }: { readonly status: RequestLine['status'] }) {
  const t = useWords('review');
  return (
    <Chip
      tone={TONES[status]}
      icon={status === 'granted' || status === 'conditions' ? 'check' : status === 'refused' ? 'cross' : undefined}
    >
      {t(`requestState.${status}`)}
    </Chip>
  );
}

/** Who asked what of whom, what was answered after how long, and what was said with it. */
function RequestSaid({ line }: { readonly line: RequestLine }) {
  const t = useWords('review');
  const kit = useWords('kit');
  const { wording } = useReview();
  const own = line.for.length === 1 && line.for[0] === line.from;
  return (
    <div className="stack rv-k-request">
      <div className="row wrap small">
        <AddressName address={line.from} />
        <span className="dim">→</span>
        <AddressName address={line.of} />
        <span className="grow" />
        <RequestChip status={line.status} />
      </div>
      <p className="rv-quote">{line.text}</p>
      <p className="small dim">
        {t('item.requestedBy', { who: wording.who(line.from), time: wording.time(line.at) })}
        {!own && ` · ${t('item.forWhom', { who: line.for.map(wording.who).join(', ') })}`}
        {' · '}
        {line.decided ? t('cell.after', { span: spanWords(kit, line.decided.at - line.at) }) : t('item.unanswered')}
      </p>
      {line.conditions && <p className="small">{line.conditions}</p>}
      {line.status === 'refused' && <p className="small">{line.reason ?? (line.untold ? '' : t('item.noReason'))}</p>}
      {line.untold && (
        <p className="rv-note">
          <b>{t('item.untold')}</b> {line.untold}
        </p>
      )}
    </div>
  );
}

export function RequestThing({ id }: { readonly id: string }) {
  const { whole } = useReview();
  const text = useText();
  const t = useWords('review');
  const line = useMemo(() => requestLines(whole).find((l) => l.id === id), [whole, id]);
  if (!line) return null;
  return (
    <div className="stack rv-thing">
      <RequestSaid line={line} />
      {line.items.length > 0 && (
        <ul className="small">
          {line.items.map((item) => {
            const row = whole.sharing.items.get(item);
            return row ? (
              <li key={item}>
                <span className="dim">{t('cols.item')} </span>
                <OpenItem id={item}>{text(standingCard(row)?.title)}</OpenItem>
              </li>
            ) : null;
          })}
        </ul>
      )}
    </div>
  );
}
