import { rowCard } from '@entente/engine';
import { useControl } from '../../../kit/control/controlContext.ts';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { Portions } from './Portions.tsx';
import { withheldKey } from './withheld.ts';

/** The item that comes with it; once released, to be opened, and to whom it was not given. */
export function Brought({ inject }: { inject: string }) {
  const { say, pick, select, world, names, viewer } = useControl();
  const row = world.injects.rows.get(inject);
  const brings = row && rowCard(row, viewer.party)?.brings;
  if (!brings) return null;
  const { item, card } = brings;
  const own = world.sharing.items.get(item ?? '');
  const known = item !== undefined && own !== undefined;
  const withheld = [...(own?.withheld.values() ?? [])].filter((w) => w.broughtBy === inject);
  return (
    <section className="ct-brought" aria-label={say('item.brought')}>
      <h4 className="ct-eyebrow">{say('item.brought')}</h4>
      <p className="ct-row ct-wrap">
        {known ? (
          <button type="button" className="ct-rowlink" onClick={() => select({ kind: 'item', id: item })}>
            {pick(card.title)}
          </button>
        ) : (
          <strong>{pick(card.title)}</strong>
        )}
        <LabelChip label={card.label} />
        <AddressName address={card.originator} />
      </p>
      {withheld.map((w) => (
        <p key={w.src} className="ct-small late">
          {say(withheldKey(w.because), { title: pick(card.title), to: w.to.map((a) => names.say(a, pick, say, true)).join(', ') })}
        </p>
      ))}
      <Portions card={card} />
    </section>
  );
}
