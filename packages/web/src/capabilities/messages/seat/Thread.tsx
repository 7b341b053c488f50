import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Attached } from '../../../kit/files/Attached.tsx';
import { Sent } from '../../../kit/form/Sent.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { PurposeChip } from '../../../kit/PurposeChip.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import type { BelowProps } from '../../../kit/seat/part.ts';

/** What was answered to a thing, and this seat’s own notes on it. */
export function Thread({ line: { id }, lines, open }: BelowProps) {
  const t = useWords('messages');
  const text = useText();
  const answers = lines.filter((i) => i.about === id && i.kind === 'message');
  const notes = lines.filter((i) => i.about === id && i.kind === 'note');
  return (
    <>
      {answers.length > 0 && (
        <section className="letter-answers" aria-label={t('answered')}>
          <h3 className="eyebrow">{t('answered')}</h3>
          {answers.map((a) => (
            <button key={a.id} type="button" className="letter-about" onClick={() => open(a.id)}>
              <AddressName address={a.from} /> {a.mine ? <Sent at={a.at} /> : <ExactTime at={a.at} />}
              {a.purpose && a.purpose !== 'inform' && <PurposeChip purpose={a.purpose} />}
              <span className="cut">{text(a.text)}</span>
            </button>
          ))}
        </section>
      )}
      {notes.map((n) => (
        <aside key={n.id} className="letter-note">
          <span className="small dim">
            {t('note.mine')} <ExactTime at={n.at} />
          </span>
          <p className="prose">{text(n.text)}</p>
          <Attached cards={n.attachments} />
        </aside>
      ))}
    </>
  );
}
