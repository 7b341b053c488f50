import { actOfMessage } from '@entente/engine';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { Attached } from '../../../kit/files/Attached.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { ThingCard } from '../../../kit/review/ThingCard.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { askedLines } from './askedLines.ts';

export function MessageThing({ of }: { readonly of: string }) {
  const t = useWords('review');
  const text = useText();
  const { whole } = useReview();
  const message = askedLines(whole, 'all').find((l) => l.key === of);
  if (!message) return null;
  return (
    <ThingCard
      title={text(message.subject)}
      chips={<LabelChip label={message.label} />}
      state={<Chip>{t(`purpose.${actOfMessage(message)}`)}</Chip>}
      from={message.from}
      to={message.to}
    >
      <NotYet of={[message.subject, message.text]} />
      <p className="rv-quote">
        <Said text={message.text} />
      </p>
      <Attached cards={message.attachments} />
    </ThingCard>
  );
}
