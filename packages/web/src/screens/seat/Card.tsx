import './Card.css';
import type { Address } from '@entente/engine';
import { peopleAt } from '@entente/engine';
import { useNow, useSeat } from '../../connection/index.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Capitals } from '../../kit/Clock.tsx';
import { type Directory, useDirectory } from '../../kit/Directory.tsx';
import { AddressName, SeatName, useNamer } from '../../kit/Names.tsx';
import { useSeatParts } from '../../kit/seat/part.ts';

interface CardProps {
  readonly done: () => void;
  /** Opened once more, from within the seat. */
  readonly again: boolean;
  readonly askControl?: (() => void) | undefined;
}

/** The first thing a player sees: who I am, the situation, whom I may turn to, how to ask control, the time in each capital. */
export function Card({ done, again, askControl }: CardProps) {
  const { me, world } = useSeat();
  const t = useWords('seat');
  const text = useText();
  const name = useNamer();
  const directory = useDirectory();
  const now = useNow();
  const parts = useSeatParts();
  const seat = directory.seats.get(me.seat);
  const party = directory.partyOf(me.seat)?.card;
  const situation = ['everyone', ...(party ? [`party:${party.id}`] : []), ...(seat ? [`cell:${seat.cell.id}`] : [])].flatMap((scope) => {
    const told = world.seats.briefings.get(scope);
    return told ? [{ scope, text: text(told.text) }] : [];
  });
  const role = world.seats.briefings.get(me.seat);
  return (
    <main className="card scroll">
      <div className="card-page">
        <header>
          <p className="eyebrow">{t('card.youAre')}</p>
          <h1 className="title">{name(me.seat)}</h1>
          {party && (
            <p className="row read">
              <AddressName address={`party:${party.id}`} />
              {seat && <span className="dim">{text(seat.cell.name)}</span>}
            </p>
          )}
        </header>
        {role && <p className="read prose">{text(role.text)}</p>}
        {seat && seat.may.length > 0 && (
          <p className="dim">{t('card.mayDo', { rights: seat.may.map((r) => t(`right.${r}`)).join(', ') })}</p>
        )}

        <section>
          <h2>{t('card.situation')}</h2>
          {situation.length === 0 && <p className="dim">{t('card.noSituation')}</p>}
          {situation.map((s) => (
            <div key={s.scope} className="card-told">
              <p className="small dim">{t('card.toldTo', { to: name(s.scope) })}</p>
              <p className="read prose">{s.text}</p>
            </div>
          ))}
        </section>

        <section>
          <h2>{t('card.turnTo')}</h2>
          <TurnTo directory={directory} own={me.seat} />
        </section>

        <section>
          <h2>{t('card.control')}</h2>
          <p>{t('card.controlHelp')}</p>
        </section>

        <section>
          <h2>{t('card.capitals')}</h2>
          <Capitals now={now} />
        </section>

        {(me.kind === 'player' || me.kind === 'evaluators') && parts.map(({ OnCard, room }) => OnCard && <OnCard key={room} />)}

        <footer className="row wrap card-foot">
          <Button kind="main" size="large" onClick={done}>
            {t(again ? 'card.back' : 'card.begin')}
          </Button>
          {askControl && (
            <Button size="large" icon="question" onClick={askControl}>
              {t('askControl')}
            </Button>
          )}
        </footer>
      </div>
    </main>
  );
}

/** Own party first, cell by cell, with who sits there; then the others. */
function TurnTo({ directory, own }: { readonly directory: Directory; readonly own: Address }) {
  const { world } = useSeat();
  const text = useText();
  const t = useWords('seat');
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
                          people={p.id === mine ? peopleAt(world.seats, `seat:${s.id}`).map((x) => x.name) : []}
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
