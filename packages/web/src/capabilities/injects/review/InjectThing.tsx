import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { StatusChip } from '../../../kit/Chip.tsx';
import { Attached } from '../../../kit/files/Attached.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { ThingCard } from '../../../kit/review/ThingCard.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { Amendments } from './Amendments.tsx';
import { injectLines } from './injectLines.ts';

/** An inject, or what was delivered of it. */
export function InjectThing({ of }: { readonly of: string }) {
  const text = useText();
  const t = useWords('review');
  const { whole, edition } = useReview();
  const inject = injectLines(whole, edition).find((l) => l.key === of);
  if (!inject) return null;
  return (
    <ThingCard
      number={inject.number}
      title={text(inject.title)}
      chips={<LabelChip label={inject.label} />}
      state={inject.number === undefined ? undefined : <StatusChip state={inject.status} />}
      from={inject.from}
      to={inject.to}
      channel={inject.channel}
    >
      <NotYet of={[inject.title, inject.text]} />
      <p className="rv-quote">
        {inject.withdrawal ? (
          <s>
            <Said text={inject.text} />
          </s>
        ) : (
          <Said text={inject.text} />
        )}
      </p>
      <Amendments line={inject} />
      <Attached cards={inject.attachments} />
      {inject.note !== undefined && (
        <p className="rv-note">
          <b>{t('detail.note')}</b> {text(inject.note)}
        </p>
      )}
    </ThingCard>
  );
}
