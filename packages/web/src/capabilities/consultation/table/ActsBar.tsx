import './acts.css';
import { useState } from 'react';
import { useAct, useNow, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import type { ActsProps } from '../../../kit/seat/part.ts';
import { decisionActs, matterActs, type Offer, textActs } from './acts.ts';

const OF: Readonly<Record<string, typeof matterActs>> = {
  matter: matterActs,
  outcome: matterActs,
  text: textActs,
  decision: decisionActs,
};

/** The acts on a matter, a text or a decision: the one next act filled, the others beside it, what one seldom does behind More. */
export function ActsBar({ line, start }: ActsProps) {
  const kit = useWords('kit');
  const { world, me } = useSeat();
  const now = useNow();
  const { run, busy, error } = useAct();
  const [more, showMore] = useState(false);
  const offered = OF[line.kind]?.({ world, seat: me.seat, now }, line) ?? [];
  const press = ({ does, act }: Offer) => (does ? void run(does) : start(act));
  const [often, seldom] = [offered.filter((o) => !o.seldom), offered.filter((o) => o.seldom)];
  return (
    <>
      {often.map((o) => (
        <ActButton key={o.act} offer={o} busy={busy} press={press} />
      ))}
      {seldom.length > 0 && (
        <Button kind="quiet" icon="more" aria-expanded={more} onClick={() => showMore(!more)}>
          {kit('more')}
        </Button>
      )}
      {more && seldom.map((o) => <ActButton key={o.act} offer={o} busy={busy} press={press} />)}
      <Refused words={error} />
    </>
  );
}

function ActButton({ offer, busy, press }: { readonly offer: Offer; readonly busy: boolean; readonly press: (offer: Offer) => void }) {
  const t = useWords('table');
  const { act, values, icon, main, danger, does, note } = offer;
  return (
    <span className="cs-act" data-main={main || undefined}>
      <Button icon={icon} kind={main ? 'main' : danger ? 'danger' : 'plain'} busy={does && busy} onClick={() => press(offer)}>
        {t(`act.${act}`, values)}
      </Button>
      {note && <span className="small dim">{t(`act.${note}`, values)}</span>}
    </span>
  );
}
