import './Card.css';
import type { Address } from '@entente/engine';
import { clockStatus, peopleAt } from '@entente/engine';
import { useRef, useState } from 'react';
import { useNow, useSeat } from '../../connection/index.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Capitals } from '../../kit/Clock.tsx';
import { type Directory, useDirectory } from '../../kit/Directory.tsx';
import { AddressName, SeatName, useNamer } from '../../kit/Names.tsx';
import { sitterWords } from '../../kit/people.ts';
import { useSeatParts } from '../../kit/seat/part.ts';

interface CardProps {
  /** How many things wait for this seat. */
  readonly asked: number;
  readonly done: () => void;
  /** Opened once more, from within the seat. */
  readonly again: boolean;
}

/** The first thing a player sees, on one screen of a phone: who I am, what I do first, whom I turn to. The rest unfolds. */
export function Card({ asked, done, again }: CardProps) {
  const { me, world } = useSeat();
  // After ENDEX there is nothing to do first, and nobody to ask.
  const acts = me.kind === 'player' && clockStatus(world) !== 'ended';
  const t = useWords('seat');
  const directory = useDirectory();
  const now = useNow();
  const parts = useSeatParts();
  const situation = useRef<HTMLDetailsElement>(null);
  const readSituation = () => {
    if (!situation.current) return;
    situation.current.open = true;
    situation.current.scrollIntoView({ block: 'start' });
  };
  return (
    <main className="card scroll">
      <div className="card-page">
        <WhoIAm />
        {acts && (
          <section>
            <h2>{t('card.first')}</h2>
            <ol className="card-first">
              <li>
                <Button kind="quiet" size="small" onClick={readSituation}>
                  {t('card.readSituation')}
                </Button>
              </li>
              <li>{asked > 0 ? t('card.asked', { count: asked }) : t('card.notAsked')}</li>
            </ol>
          </section>
        )}
        {me.kind === 'player' && (
          <section>
            <h2>{t('card.turnTo')}</h2>
            <Colleagues directory={directory} own={me.seat} />
            {acts && <p className="dim">{t('card.controlHelp')}</p>}
          </section>
        )}
        <details ref={situation} className="card-more" open={!ON_PHONE.matches}>
          <summary>
            <h2>{t('card.situation')}</h2>
          </summary>
          <Situation />
        </details>
        <details className="card-more">
          <summary>
            <h2>{t('card.everybody')}</h2>
          </summary>
          <TurnTo directory={directory} own={me.seat} />
        </details>
        <details className="card-more">
          <summary>
            <h2>{t('card.capitals')}</h2>
          </summary>
          <Capitals now={now} />
        </details>
        {me.kind === 'player' && parts.map(({ OnCard, room }) => OnCard && <OnCard key={room} />)}

        <footer className="row wrap card-foot">
          <Button kind="main" size="large" onClick={done}>
            {t(again ? 'card.back' : 'card.begin')}
          </Button>
        </footer>
      </div>
    </main>
  );
}

const ON_PHONE = matchMedia('(max-width: 700px)');

/** The role in a few lines, whole by one tap. */
function WhoIAm() {
  const { me, world } = useSeat();
  const t = useWords('seat');
  const text = useText();
  const name = useNamer('own');
  const directory = useDirectory();
  const seat = directory.seats.get(me.seat);
  const party = directory.partyOf(me.seat)?.card;
  const role = world.seats.briefings.get(me.seat);
  return (
    <header>
      <p className="eyebrow">{t('card.youAre')}</p>
      <h1 className="title">{name(me.seat)}</h1>
      {party && (
        <p className="row read">
          <AddressName address={`party:${party.id}`} />
          {seat && <span className="dim">{text(seat.cell.name)}</span>}
        </p>
      )}
      {role && <Brief words={text(role.text)} />}
      {seat && seat.may.length > 0 && <p className="dim">{t('card.mayDo', { rights: seat.may.map((r) => t(`right.${r}`)).join(', ') })}</p>}
    </header>
  );
}

/** Four lines, and all of it by a tap if there is more. */
function Brief({ words }: { readonly words: string }) {
  const t = useWords('seat');
  const [whole, setWhole] = useState(false);
  const [more, setMore] = useState(false);
  const measure = (p: HTMLElement | null) => {
    if (p) setMore(p.scrollHeight > p.clientHeight + 1);
  };
  return (
    <div className="card-brief">
      <p ref={whole ? undefined : measure} className={`read prose ${whole ? '' : 'clamped'}`}>
        {words}
      </p>
      {more && !whole && (
        <Button kind="quiet" size="small" onClick={() => setWhole(true)}>
          {t('card.whole')}
        </Button>
      )}
    </div>
  );
}

/** What everyone, my party and my cell were told before the start. */
function Situation() {
  const { me, world } = useSeat();
  const t = useWords('seat');
  const text = useText();
  const name = useNamer();
  const directory = useDirectory();
  const seat = directory.seats.get(me.seat);
  const party = directory.partyOf(me.seat)?.card.id;
  const scopes = ['everyone', ...(party ? [`party:${party}`] : []), ...(seat ? [`cell:${seat.cell.id}`] : [])];
  const told = scopes.flatMap((scope) => {
    const briefing = world.seats.briefings.get(scope);
    return briefing ? [{ scope, text: text(briefing.text) }] : [];
  });
  if (told.length === 0) return <p className="dim">{t(me.kind === 'player' ? 'card.noSituation' : 'card.noSituationWatched')}</p>;
  return told.map((s) => (
    <div key={s.scope} className="card-told">
      <p className="small dim">{t('card.toldTo', { to: name(s.scope) })}</p>
      <p className="read prose">{s.text}</p>
    </div>
  ));
}

/** The seats of my cell, with who sits there. */
function Colleagues({ directory, own }: { readonly directory: Directory; readonly own: Address }) {
  const { world } = useSeat();
  const kit = useWords('kit');
  const cell = directory.seats.get(own)?.cell;
  const seats = directory.cells.find((c) => c.id === cell?.id)?.seats.filter((s) => `seat:${s.id}` !== own) ?? [];
  if (seats.length === 0) return null;
  return (
    <ul className="card-colleagues">
      {seats.map((s) => (
        <li key={s.id}>
          <SeatName seat={`seat:${s.id}`} mark={false} people={peopleAt(world.seats, `seat:${s.id}`).map((x) => sitterWords(x, kit))} />
        </li>
      ))}
    </ul>
  );
}

/** Own party first, cell by cell, with who sits there; then the others. */
function TurnTo({ directory, own }: { readonly directory: Directory; readonly own: Address }) {
  const { world } = useSeat();
  const text = useText();
  const t = useWords('seat');
  const kit = useWords('kit');
  const mine = directory.partyOf(own)?.card.id;
  const parties = [...directory.parties].sort((a, b) => Number(b.id === mine) - Number(a.id === mine));
  return (
    <div className="turn-to">
      {parties.map((p) => (
        <div key={p.id}>
          <h3>
            <AddressName address={`party:${p.id}`} />
          </h3>
          <ul>
            {directory.cells
              .filter((c) => c.party === p.id)
              .map((c) => (
                <li key={c.id}>
                  <b>{text(c.name)}</b>
                  <ul className="turn-to-seats">
                    {c.seats.map((s) => (
                      <li key={s.id}>
                        <SeatName
                          seat={`seat:${s.id}`}
                          mark={false}
                          people={p.id === mine ? peopleAt(world.seats, `seat:${s.id}`).map((x) => sitterWords(x, kit)) : []}
                        />
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
          </ul>
        </div>
      ))}
      {directory.entities.length > 0 && (
        <div>
          <h3>{t('card.outside')}</h3>
          <ul>
            {directory.entities.map((e) => (
              <li key={e.id}>{text(e.name)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
