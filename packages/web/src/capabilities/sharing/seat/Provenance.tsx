import { type Id, type Item, type Redaction, standingCard, type Text, type World } from '@entente/engine';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Icon } from '../../../kit/icons.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { useLists } from '../useSharing.ts';

/** What it rests on, what it was made of and what was made of it: as far as this world holds both ends. */
export function Provenance({ world, item, open }: { readonly world: World; readonly item: Item; readonly open: (id: Id) => void }) {
  const t = useWords('sharing');
  const { items } = world.sharing;
  const based = [...new Set([...item.based.values()].map((b) => b.on))].flatMap((id) => items.get(id) ?? []);
  const source = [...item.derived.values()].find((d) => items.has(d.from));
  const from = source && items.get(source.from);
  const made = [...items.values()].filter((i) => [...i.derived.values()].some((d) => d.from === item.id));
  const resting = [...items.values()].filter((i) => [...i.based.values()].some((b) => b.on === item.id));
  if (based.length + made.length + resting.length === 0 && !from) return null;
  return (
    <section className="provenance stack small" aria-label={t('provenance.title')}>
      <Group title={t('provenance.based', { count: based.length })} items={based} open={open} />
      {source && from && (
        <div className="stack">
          <Group title={t(source.how === 'part' ? 'provenance.partOf' : 'provenance.madeFrom')} items={[from]} open={open} />
          <Removed removed={source.removed} reason={source.reason} />
        </div>
      )}
      <Group title={t('provenance.made', { count: made.length })} items={made} open={open} />
      <Group title={t('provenance.resting', { count: resting.length })} items={resting} open={open} />
    </section>
  );
}

function Group({ title, items, open }: { readonly title: string; readonly items: readonly Item[]; readonly open: (id: Id) => void }) {
  const text = useText();
  if (items.length === 0) return null;
  return (
    <div className="stack">
      <h3 className="eyebrow row">
        <Icon name="item" /> {title}
      </h3>
      {items.map((i) => {
        const card = standingCard(i);
        return (
          card && (
            <button key={i.id} type="button" className="letter-about" onClick={() => open(i.id)}>
              <b>{text(card.title)}</b> <LabelChip label={card.label} />
            </button>
          )
        );
      })}
    </div>
  );
}

/** The record of what was taken out, for those who hold both versions. */
function Removed({ removed, reason }: { readonly removed: readonly Redaction[]; readonly reason: Text | undefined }) {
  const t = useWords('sharing');
  const text = useText();
  const { portions } = useLists();
  const of = (how: Redaction['how']) => removed.filter((r) => r.how === how).map((r) => r.portion);
  const lines = (['left-out', 'cut', 'reworded'] as const).flatMap((how) => {
    const which = of(how);
    return which.length === 0 ? [] : [t(`removed.${how}`, { what: portions(which) })];
  });
  return (
    <>
      {lines.map((line) => (
        <p key={line} className="dim">
          {line}
        </p>
      ))}
      {reason && <p className="dim">{t('removed.reason', { reason: text(reason) })}</p>}
    </>
  );
}
