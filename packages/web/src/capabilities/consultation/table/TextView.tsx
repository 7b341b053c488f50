import './table.css';
import { useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressMark, AddressName } from '../../../kit/Names.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import type { ReadProps } from '../../../kit/seat/part.ts';
import { kindOf } from '../matters/needs.ts';
import { mattersOn } from './standing.ts';
import { TextOnTable } from './TextOnTable.tsx';
import { useForumName } from './useTable.ts';

/** A text by itself: what it says, and the matters that it was on. */
export function TextView({ line, open, acts, children }: ReadProps) {
  const { world } = useSeat();
  const t = useWords('table');
  const name = useForumName();
  const text = world.consultation.texts.get(line.id);
  const forum = text && world.consultation.forums.get(text.forum);
  if (!text || !forum) return null;
  const matters = mattersOn(world, text);
  return (
    <div className="cs-matter">
      <div className="cs-body">
        <header>
          <div className="row wrap cs-head small">
            <Chip icon="brackets">{t('kind.text')}</Chip>
            <LabelChip label={text.card.label} />
            <span className="dim">{name(forum.card)}</span>
            <span className="grow" />
            <span className="row wrap dim">
              {t('tabledAt')} <ExactTime at={text.at} /> <AddressMark address={text.card.by} named />
              <AddressName address={text.card.by} mark={false} />
            </span>
          </div>
          <h2 className="title">
            <Said text={text.card.title} />
          </h2>
          <NotYet of={[text.card.title]} />
        </header>
        <TextOnTable text={text} matter={undefined} acts={acts} />
        {matters.length > 0 && (
          <section className="stack" aria-label={t('text.matters')}>
            <h3 className="eyebrow">{t('text.matters')}</h3>
            {matters.map((m) => (
              <button key={m.id} type="button" className="letter-about" onClick={() => open(m.id)}>
                <b>
                  <Said text={m.card.title} />
                </b>
                <span className="dim">
                  {t(`kind.${kindOf(m)}`)} · {m.closed ? t(`outcome.${m.closed.outcome}`) : t('isOpen')}
                </span>
              </button>
            ))}
          </section>
        )}
        {children}
      </div>
    </div>
  );
}
