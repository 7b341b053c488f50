import type { Id } from '@entente/engine';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { Attached } from '../../../kit/files/Attached.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import type { Item } from '../../../screens/seat/inbox.ts';

/** What was answered to a thing, and this seat’s own notes on it. */
export function Thread({ id, items, open }: { readonly id: Id; readonly items: readonly Item[]; readonly open: (id: Id) => void }) {
  const t = useWords('seat');
  const text = useText();
  const answers = items.filter((i) => i.about === id && i.kind === 'message');
  const notes = items.filter((i) => i.about === id && i.kind === 'note');
  return (
    <>
      {answers.length > 0 && (
        <section className="letter-answers" aria-label={t('letter.answered')}>
          <h3 className="eyebrow">{t('letter.answered')}</h3>
          {answers.map((a) => (
            <button key={a.id} type="button" className="letter-about" onClick={() => open(a.id)}>
              <AddressName address={a.from} /> <ExactTime at={a.at} />
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

export function PurposeChip({ purpose }: { readonly purpose: string }) {
  const kit = useWords('kit');
  const tone = purpose === 'agree' ? 'met' : purpose === 'decline' ? 'late' : 'plain';
  return (
    <Chip tone={tone} icon={purpose === 'agree' ? 'check' : purpose === 'decline' ? 'cross' : undefined}>
      {kit(`purpose.${purpose}`)}
    </Chip>
  );
}
