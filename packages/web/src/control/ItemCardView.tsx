import './items.css';
import type { ItemCard } from '@entente/engine';
import { LabelChip } from '../kit/Labels.tsx';
import { useControl } from './controlContext.ts';

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
          <p>{pick(p.text)}</p>
        </div>
      ))}
    </section>
  );
}

/** Which portions: all of them until somebody takes one away. */
export function PortionChoice({ card, chosen, change }: { card: ItemCard; chosen: readonly number[]; change: (chosen: number[]) => void }) {
  const { pick, say } = useControl();
  if (card.portions.length === 1) return null;
  return (
    <fieldset className="ct-choose" aria-label={say('item.portions')}>
      {card.portions.map((p, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: portions are known by their place
        <label key={i} className="ct-check">
          <input
            type="checkbox"
            checked={chosen.includes(i)}
            onChange={() => change(chosen.includes(i) ? chosen.filter((c) => c !== i) : [...chosen, i].sort((a, b) => a - b))}
          />
          <span>
            <LabelChip label={p.label} /> {pick(p.text).slice(0, 120)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** All portions of a card: the whole. */
export const allOf = (card: ItemCard): number[] => card.portions.map((_, i) => i);
/** As commands take it: absent for the whole. */
export const portionsOf = (card: ItemCard, chosen: readonly number[]): { portions?: number[] } =>
  chosen.length === card.portions.length ? {} : { portions: [...chosen] };
