import { type Bracket, current, type Matter, openBrackets, type TableText } from '@entente/engine/consultation';
import type { ComponentType } from 'react';
import { Chip } from '../../../kit/Chip.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressMark, AddressName } from '../../../kit/Names.tsx';
import { StepTerms } from '../../../kit/plan/StepTerms.tsx';
import { Said } from '../../../kit/Said.tsx';
import { eight } from '../matters/needs.ts';
import { useMatterWords } from '../matters/useMatterWords.ts';

export interface TextShownProps {
  readonly text: TableText;
  /** In which it is looked at, if in one. */
  readonly matter: Matter | undefined;
}
/** How a text is shown, where something may be done with it. */
export type OnTable = ComponentType<TextShownProps>;

/** A text on a table that no matter is about, or that was found by itself. */
export function TextDetail({ id, OnTable = TextShown }: DetailProps & { readonly OnTable?: OnTable }) {
  const { world } = useControl();
  const { t, seconds } = useMatterWords();
  const text = world.consultation.texts.get(id);
  if (!text) return null;
  return (
    <SidePanel title={t('detail.text')} chip={<LabelChip label={text.card.label} />}>
      <h3 className="ct-detail-title">
        <Said text={text.card.title} />
      </h3>
      <p className="ct-small">
        <AddressName address={text.card.by} /> <span className="ct-quiet">{seconds(text.at)}</span> <ByControl of={text.id} />
      </p>
      <OnTable text={text} matter={undefined} />
    </SidePanel>
  );
}

/** The text as it stands, paragraph by paragraph, with each side’s brackets. */
export function TextShown({ text }: TextShownProps) {
  const { t } = useMatterWords();
  const { paragraphs, version, digest } = current(text);
  const open = openBrackets(text);
  const news = [...new Set(open.map((b) => b.wording.paragraph))].filter((id) => !paragraphs.some((p) => p.id === id));
  return (
    <section aria-label={t('detail.text')}>
      <h4 className="ct-eyebrow">
        <Said text={text.card.title} />
      </h4>
      <p className="ct-small ct-row ct-wrap">
        <Chip>{t('detail.version', { n: version })}</Chip> <Chip>{eight(digest)}</Chip>
        {open.length === 0 ? t('detail.brackets') : t('detail.bracketsOpen', { count: open.length })}
      </p>
      <ol className="ct-mt-text">
        {paragraphs.map((p, i) => (
          <li key={p.id} className="ct-mt-paragraph">
            <span className="ct-quiet">{i + 1}</span> <Said text={p.text} />
            {p.step && <StepTerms text={text} paragraph={p.id} step={p.step} />}
            <Brackets brackets={open.filter((b) => b.wording.paragraph === p.id)} />
          </li>
        ))}
        {news.map((id) => (
          <li key={id} className="ct-mt-paragraph">
            <span className="ct-quiet">{t('detail.newParagraph')}</span>
            <Brackets brackets={open.filter((b) => b.wording.paragraph === id)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Brackets({ brackets }: { readonly brackets: readonly Bracket[] }) {
  const { t, letters } = useMatterWords();
  return brackets.map((b) => {
    const taken = b.taken.filter((x) => x.left === undefined).map((x) => x.party);
    return (
      <div key={b.id} className="ct-mt-bracket">
        <AddressMark address={`party:${b.party}`} named />{' '}
        {b.wording.words ? <Said text={b.wording.words} /> : <em>{t('detail.leftOut')}</em>}
        {taken.length > 0 && <span className="ct-tb-under">{t('detail.taken', { who: letters(taken) })}</span>}
        <ByControl of={b.id} />
      </div>
    );
  });
}

/** That control did it, in that seat’s name. */
function ByControl({ of }: { readonly of: string }) {
  const { world } = useControl();
  const { t } = useMatterWords();
  return world.consultation.actedFor.has(of) && <span className="ct-tb-under">{t('cell.didByControl')}</span>;
}
