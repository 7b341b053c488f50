import { asksForWord, itemNamed, requestCard, standingCard } from '@entente/engine';
import { useState, useSyncExternalStore } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { ExactTime, RelativeTime } from '../../../kit/RelativeTime.tsx';
import type { AskRowProps } from '../../../kit/seat/part.ts';
import { DecideForm } from '../forms/parts.ts';
import { useLook } from '../useSharing.ts';

/** Where one place fills the screen, a decision is made in its own line; beside a reading pane it opens there. */
const NARROW = '(max-width: 900px)';

/** A request that waits for my decision: how long I have, who asks for what, and the way to decide. On a phone the most urgent stands open. */
export function DecideRow({ ask, selected, first, open }: AskRowProps) {
  const t = useWords('sharing');
  const text = useText();
  const look = useLook();
  const narrow = useNarrow();
  const [wanted, setWanted] = useState<boolean | undefined>();
  const request = look?.world.sharing.requests.get(ask.waits.id);
  const card = request && requestCard(request);
  if (!card || !look) return null;
  const opened = narrow && (wanted ?? first);
  const about = look.world.sharing.items.get(itemNamed(request) ?? '');
  const aboutCard = about && standingCard(about);
  return (
    <li className={`ask ${selected ? 'selected' : ''} ${opened ? 'opened' : ''}`}>
      <div className="row wrap">
        <span className="strong">
          <RelativeTime at={card.due} now={look.now} kind="deadline" />
        </span>
        <span className="dim">
          {t('request.by')} <ExactTime at={card.due} />
        </span>
        <span className="grow" />
        {aboutCard ? <LabelChip label={aboutCard.label} /> : <Chip icon="request">{t('request.decide')}</Chip>}
      </div>
      <h3 className="read clamp">
        {aboutCard
          ? t(asksForWord(look.roster, request) ? 'request.passOn' : 'request.askFor', { title: text(aboutCard.title) })
          : card.text}
      </h3>
      {aboutCard && <p className="clamp">{card.text}</p>}
      <div className="row wrap small dim">
        <AddressName address={card.from} withParty />
        <span className="ask-since">
          <ExactTime at={card.since} /> {t('request.asked')}
        </span>
      </div>
      {opened ? (
        <DecideForm look={look} request={request} />
      ) : (
        <div className="row wrap ask-acts">
          <Button onClick={() => (narrow ? setWanted(true) : open(request.id))}>{t('request.decide')}</Button>
        </div>
      )}
    </li>
  );
}

function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(NARROW);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(NARROW).matches,
  );
}
