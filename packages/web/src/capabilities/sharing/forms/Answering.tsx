import { type Address, type Id, type Look, refusedFor, requestCard } from '@entente/engine';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Check } from '../../../kit/Choice.tsx';
import { shortTime } from '../../../kit/calendar.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { useFullName } from '../useSharing.ts';

/** Those of long ago are not meant. */
const MOST_REFUSED = 3;

/** Ties what is released to a request that was refused, so that both sides and the review see what came of it. */
export function Answering({
  look,
  to,
  request,
  change,
}: {
  readonly look: Look;
  readonly to: readonly Address[];
  readonly request: Id | undefined;
  readonly change: (request: Id | undefined) => void;
}) {
  const t = useWords('forms');
  const text = useText();
  const name = useFullName();
  const { start } = useDirectory();
  const refused = refusedFor(look.world, look.roster, look.seat, to).slice(0, MOST_REFUSED);
  if (refused.length === 0) return null;
  return (
    <fieldset className="plain-fields">
      <legend className="field-title">{t('share.answers')}</legend>
      {refused.map((r) => {
        const card = requestCard(r);
        const words = { who: name(card?.from ?? ''), time: shortTime(start, card?.since ?? 0) };
        return (
          <Check key={r.id} checked={request === r.id} onChange={(on) => change(on ? r.id : undefined)} help={text(card?.text)}>
            {t('share.answersWho', words)}
          </Check>
        );
      })}
    </fieldset>
  );
}
