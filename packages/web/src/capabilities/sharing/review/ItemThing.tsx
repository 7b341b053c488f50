import { type Due, type Roster, rosterOfWorld } from '@entente/engine';
import { type ReactNode, useMemo } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { Attached } from '../../../kit/files/Attached.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { eventsOf } from '../../../kit/review/evidence.ts';
import { lengthWords } from '../../../kit/review/length.ts';
import { momentOf } from '../../../kit/review/moment.ts';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { KnownIcon } from './KnownMark.tsx';
import { evidenceOfItem, type KnownLine, knownLines, lacks } from './known.ts';
import { dueWords } from './knownWords.ts';
import { OpenItem, RequestSaid } from './RequestThing.tsx';
import { requestLines } from './requestLines.ts';

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
  const { of } = line;
  return (
    <div className="stack rv-thing">
      <div className="row wrap">
        <LabelChip label={card.label} />
        <span className="grow" />
        <Chip>{kit(`itemKind.${card.kind}`)}</Chip>
      </div>
      <h3 className="read strong">
        <Said text={card.title} />
      </h3>
      <NotYet of={[card.title, ...card.portions.map((p) => p.text)]} />
      <div className="row wrap small">
        <AddressName address={card.originator} />
      </div>
      <Waits line={line} roster={roster} />
      {from && of && (
        <p className="small dim">
          {t('item.from')} <OpenItem id={from.item}>{text(of.title)}</OpenItem>
        </p>
      )}
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
            <p>
              <Said text={p.text} />
            </p>
          </div>
        ))}
      </section>
      <Attached cards={card.attachments} />
      {card.expires !== undefined && <p className="small dim">{t('item.expires', { time: wording.time(card.expires) })}</p>}
      <OpenInRecord id={id} />
    </div>
  );
}

/** “76 min until Korea held it”: first who should not have it, then who waited how long, by when it was needed, and who lacks it still. */
function Waits({ line, roster }: { readonly line: KnownLine; readonly roster: Roster }) {
  const t = useWords('review');
  const { wording } = useReview();
  const whom = (party: string): { who: string } => ({ who: wording.who(`party:${party}`) });
  const { parties, due } = line.known;
  const duesOf = (party: string): Due[] => due.filter((d) => roster.partyOf(d.by) === party);
  const over = parties.filter((k) => k.overshared);
  const waits = line.waits.filter((w) => w.ms > 0);
  const lacking = parties.filter(lacks);
  if (over.length + waits.length + lacking.length === 0) return null;
  return (
    <>
      {over.map((k) => (
        <p key={k.party} className="late row">
          <KnownIcon kind="overshared" />
          {t('item.overshared', { ...whom(k.party), time: wording.time(k.held?.at ?? k.part?.at ?? 0) })}
        </p>
      ))}
      <div className="rv-k-figures">
        {waits.map((w) => (
          <Waited key={w.party} ms={w.ms} words={t(`item.${w.part ? 'part' : 'held'}After${w.asked ? 'Asked' : ''}`, whom(w.party))}>
            <NeededBy dues={duesOf(w.party)} had={w.at} />
          </Waited>
        ))}
        {lacking.map((k) => (
          <Waited key={k.party} words={t(k.needed ? 'item.needed' : 'item.wanted', whom(k.party))}>
            <NeededBy dues={duesOf(k.party)} />
          </Waited>
        ))}
      </div>
    </>
  );
}

function Waited({ ms, words, children }: { readonly ms?: number; readonly words: string; readonly children: ReactNode }) {
  const kit = useWords('kit');
  return (
    <div className={ms === undefined ? 'late' : ''}>
      <b>{ms === undefined ? '—' : lengthWords(kit, ms)}</b>
      <span className="small">{words}</span>
      {children}
    </div>
  );
}

/** By when a party needed it, and how long after that it came. */
function NeededBy({ dues, had }: { readonly dues: readonly Due[]; readonly had?: number }) {
  const t = useWords('review');
  const kit = useWords('kit');
  const { wording } = useReview();
  return dues.map(({ expected, number, at, held }) => (
    <span key={`${expected} ${at}`} className={held ? 'small rv-under' : 'small rv-under late'}>
      {t('item.neededBy', { time: wording.time(at), number })}
      {!held && had !== undefined && had > at && `, ${t('cell.later', { span: lengthWords(kit, had - at) })}`}
    </span>
  ));
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
