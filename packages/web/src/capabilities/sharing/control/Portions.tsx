import './Portions.css';
import type { ItemCard } from '@entente/engine';
import { useControl } from '../../../kit/control/controlContext.ts';
import { LabelChip } from '../../../kit/Labels.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';

/** The portions of an item, each with its label and the parties to whom it may be passed on. */
export function Portions({ card }: { card: ItemCard }) {
  const { pick, say, names } = useControl();
  return (
    <section aria-label={say('item.portions')}>
      {card.portions.map((p, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: portions are known by their place
        <div key={i} className="ct-portion">
          <span className="ct-row ct-wrap ct-small">
            <span>{say('item.portion', { n: i + 1 })}</span>
            <LabelChip label={p.label} />
            {p.releasableTo && p.releasableTo.length > 0 && (
              <span>{say('item.releasable', { who: p.releasableTo.map((x) => pick(names.party(x)?.name) || x).join(', ') })}</span>
            )}
          </span>
          <p>
            <Said text={p.text} /> <NotYet of={[p.text]} />
          </p>
        </div>
      ))}
    </section>
  );
}
