import './press.css';
import type { Id } from '@entente/engine';
import type { Joint } from '@entente/engine/statements';
import { useState } from 'react';
import { useAct, useNow, useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { Check } from '../../../kit/Choice.tsx';
import { useDirectory } from '../../../kit/Directory.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { AddressMark, AddressName, PartyMarks } from '../../../kit/Names.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import { ExactTime, RelativeTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said, SaidInBoth } from '../../../kit/Said.tsx';
import type { ActsProps, ReadProps } from '../../../kit/seat/part.ts';
import { Claims } from './ClaimsField.tsx';
import { type Desk, deskAt } from './desk.ts';
import { statementOf } from './joint.ts';
import { useCapitals } from './moments.ts';

/** A joint statement before its release: one text, one time in all capitals, one hand of each side, and who has it under embargo. */
export function JointView({ line, open, children }: ReadProps) {
  return (
    <JointShown id={line.id} open={open}>
      {children}
    </JointShown>
  );
}

/** The same wherever it is read: at a seat, or by control. */
export function JointShown({ id, open, children }: Pick<ReadProps, 'open' | 'children'> & { readonly id: Id }) {
  const { world } = useSeat();
  const t = useWords('press');
  const now = useNow();
  const capitals = useCapitals();
  const joint = world.statements.joints.get(id);
  if (!joint) return null;
  const { card } = joint;
  const out = statementOf(world, joint);
  return (
    <article className="pr-body">
      <header className="stack">
        <p className="row wrap small">
          <Chip icon="megaphone">{t('said.joint')}</Chip>
          <PartyMarks parties={card.parties} />
          <span className="grow" />
          <span className="row dim">
            <Icon name="lock" size={12} /> {t('joint.ownSides')}
          </span>
        </p>
        <h2 className="title">
          <Said text={card.title} />
        </h2>
        <p className="pr-release">
          {out ? (
            <Chip tone="met" icon="check">
              {t('draft.published')} <ExactTime at={out.at} />
            </Chip>
          ) : (
            <RelativeTime at={card.release} now={now} kind="deadline" />
          )}{' '}
          <b>{t('joint.release')}</b> {capitals(card.release).join(' · ')}
        </p>
      </header>
      <div className="pr-said-text read">
        <SaidInBoth text={card.text} />
      </div>
      <NotYet of={[card.text]} />
      {card.claims.length > 0 && <Claims claims={card.claims} />}
      <Hands joint={joint} />
      {joint.embargoes.length > 0 && (
        <p className="row wrap small">
          <span className="dim">{t('joint.embargo')}</span>
          {joint.embargoes
            .flatMap((e) => e.outlets)
            .map((o) => (
              <AddressName key={o} address={o} />
            ))}
        </p>
      )}
      {out && (
        <p>
          <Button kind="quiet" icon="forward" onClick={() => open(out.id)}>
            {t('draft.readIt')}
          </Button>
        </p>
      )}
      {children}
    </article>
  );
}

/** Whose hand is there, and whose is missing. */
function Hands({ joint }: { readonly joint: Joint }) {
  const t = useWords('press');
  return (
    <ul className="pr-hands" aria-label={t('joint.hands')}>
      {joint.card.parties.map((party) => {
        const hand = joint.hands.find((h) => h.party === party);
        return (
          <li key={party} data-given={hand ? true : undefined}>
            <AddressMark address={`party:${party}`} named />
            {hand ? (
              <span>
                <Icon name="check" size={12} /> {t('joint.handGiven')} <ExactTime at={hand.at} />
                <span className="small dim pr-turn-says">
                  <AddressName address={hand.by} mark={false} />
                </span>
              </span>
            ) : (
              <span className="dim">
                <Icon name="hourglass" size={12} /> {t('joint.handMissing')}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** One’s own hand, the embargo, and to go ahead alone, which all will see. */
export function JointActs({ line }: ActsProps) {
  return <JointActing id={line.id} />;
}

export function JointActing({ id }: { readonly id: Id }) {
  const { world, me } = useSeat();
  const joint = world.statements.joints.get(id);
  const desk = deskAt(world, me.seat);
  if (!joint || !desk?.speaks || statementOf(world, joint)) return null;
  return <Acting joint={joint} desk={desk} />;
}

function Acting({ joint, desk }: { readonly joint: Joint; readonly desk: Desk }) {
  const t = useWords('press');
  const { run, busy, error } = useAct();
  const [doing, begin] = useState<'embargo' | 'early' | undefined>();
  const given = joint.hands.some((h) => h.party === desk.party);
  const done = (): void => begin(undefined);
  return (
    <div className="pr-publish">
      <div className="row wrap">
        {!given && (
          <Button kind="main" icon="hand" busy={busy} onClick={() => run({ type: 'GiveHand', joint: joint.id })}>
            {t('joint.giveHand')}
          </Button>
        )}
        <span className="pr-publish-why small">{t(given ? 'joint.givenHelp' : 'joint.giveHelp')}</span>
        <Button icon="clock" aria-expanded={doing === 'embargo'} onClick={() => begin(doing === 'embargo' ? undefined : 'embargo')}>
          {t('joint.giveEmbargo')}
        </Button>
        <Button kind="quiet" aria-expanded={doing === 'early'} onClick={() => begin(doing === 'early' ? undefined : 'early')}>
          {t('joint.early')}
        </Button>
      </div>
      {doing === 'embargo' && <Embargo joint={joint} done={done} />}
      {doing === 'early' && (
        <div className="row wrap">
          <span className="pr-publish-why late">{t('joint.earlyWarning')}</span>
          <Button
            kind="danger"
            busy={busy}
            onClick={async () => {
              if ((await run({ type: 'ReleaseEarly', joint: joint.id })).ok) done();
            }}
          >
            {t('joint.earlyGo')}
          </Button>
        </div>
      )}
      <Refused words={error} />
    </div>
  );
}

/** Outlets that get the text beforehand, and may print it from the release on. */
function Embargo({ joint, done }: { readonly joint: Joint; readonly done: () => void }) {
  const t = useWords('press');
  const text = useText();
  const { run, busy, error } = useAct();
  const [chosen, choose] = useState<readonly string[]>([]);
  const has = new Set(joint.embargoes.flatMap((e) => e.outlets));
  const outlets = useDirectory().entities.filter((e) => e.kind === 'media' && !has.has(`entity:${e.id}`));
  return (
    <div className="stack">
      <div className="row wrap">
        {outlets.map((e) => (
          <Check
            key={e.id}
            checked={chosen.includes(`entity:${e.id}`)}
            onChange={(on) => choose(on ? [...chosen, `entity:${e.id}`] : chosen.filter((o) => o !== `entity:${e.id}`))}
          >
            {text(e.name)}
          </Check>
        ))}
      </div>
      <p className="row wrap">
        <Button
          busy={busy}
          disabled={chosen.length === 0}
          onClick={async () => {
            if ((await run({ type: 'GiveUnderEmbargo', joint: joint.id, outlets: [...chosen] })).ok) done();
          }}
        >
          {t('joint.embargoGo')}
        </Button>
        <span className="small dim">{t('joint.embargoHelp')}</span>
      </p>
      <Refused words={error} />
    </div>
  );
}
