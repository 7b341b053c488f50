import { type Address, type Id, type Item, type Look, obstacles, standingCard, titleNeeded } from '@entente/engine';
import { useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Check } from '../../../kit/Choice.tsx';
import { SearchField } from '../../../kit/form/SearchField.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { useBeforehand } from './Beforehand.tsx';
import { useWhy } from './Obstacles.tsx';
import { PartTitle } from './PartTitle.tsx';
import { PortionChecks } from './PortionChecks.tsx';

export interface Giving {
  readonly item: Id;
  readonly portions: readonly number[];
  /** Of a part. */
  readonly title?: string | undefined;
}
/** True if what is given lacks the title that a part with a milder label needs. */
export function lacksTitle({ world, roster, now, seat }: Look, { item, portions, title = '' }: Giving, to: readonly Address[]): boolean {
  const found = world.sharing.items.get(item);
  return found !== undefined && title.trim() === '' && titleNeeded(world, roster, now, found, seat, portions, to);
}
/** So many are shown at once; the search narrows the rest down. */
const SHOWN = 8;

/** Chooses among the items that one holds, and among their portions; says of each what keeps it from the recipients. */
export function GiveList({
  title,
  look,
  to,
  only,
  of,
  first,
  chosen,
  change,
}: {
  readonly title: string;
  readonly look: Look;
  /** Recipients; none: nothing is judged. */
  readonly to: readonly Address[];
  /** That item alone, already chosen. */
  readonly only: Item | undefined;
  /** Their items alone: who plays several parties gives for one. */
  readonly of?: Address | undefined;
  /** Stands first. */
  readonly first: Item | undefined;
  readonly chosen: readonly Giving[];
  readonly change: (chosen: Giving[]) => void;
}) {
  const t = useWords('forms');
  const text = useText();
  const [search, setSearch] = useState('');
  // Nobody asks for what is their own.
  const theirs = new Set(to.map((a) => `party:${look.roster.partyOf(a)}`));
  const held = [...look.world.sharing.items.values()]
    .filter((i) => {
      const originator = standingCard(i)?.originator;
      return originator !== undefined && !theirs.has(originator) && (of === undefined || i === first || originator === of);
    })
    .reverse();
  const all = only ? [only] : held;
  const sorted = [...all].sort((a, b) => Number(b === first) - Number(a === first));
  const words = search.normalize('NFC').toLowerCase();
  const matching = sorted.filter((i) => text(standingCard(i)?.title).normalize('NFC').toLowerCase().includes(words));
  const shown = matching.filter((i, n) => n < SHOWN || chosen.some((c) => c.item === i.id));
  const set = (item: Id, giving: Giving | undefined) => {
    const rest = chosen.filter((c) => c.item !== item);
    change(giving === undefined ? rest : [...rest, giving]);
  };
  if (all.length === 0) return <p className="soon">{t('give.nothing')}</p>;
  return (
    <fieldset className="plain-fields" data-required={(to.length > 0 && only === undefined) || undefined}>
      <legend className="field-title">{title}</legend>
      {all.length > SHOWN && <SearchField title={t('give.search')} value={search} change={setSearch} />}
      {shown.map((i) => (
        <GiveLine
          key={i.id}
          look={look}
          item={i}
          to={to}
          fixed={only !== undefined}
          giving={chosen.find((c) => c.item === i.id)}
          set={(g) => set(i.id, g)}
        />
      ))}
      {matching.length > shown.length && <p className="small dim">{t('give.more', { count: matching.length - shown.length })}</p>}
      {matching.length === 0 && <p className="small dim">{t('give.none')}</p>}
    </fieldset>
  );
}

interface LineProps {
  readonly look: Look;
  readonly item: Item;
  readonly to: readonly Address[];
  readonly fixed: boolean;
  readonly giving: Giving | undefined;
  readonly set: (giving: Giving | undefined) => void;
}

function GiveLine({ look, item, to, fixed, giving, set }: LineProps) {
  const t = useWords('forms');
  const text = useText();
  const why = useWhy();
  const known = useBeforehand(look)(item, to);
  const card = standingCard(item);
  if (!card) return null;
  const all = card.portions.map((_, i) => i);
  const keeps = (portions: readonly number[]) => obstacles(look, item, portions, to).find((o) => o.because !== 'already');
  const free = all.filter((p) => keeps([p]) === undefined);
  const none = to.length > 0 && free.length === 0;
  const first = none ? keeps(all) : undefined;
  // What was made of an item often bears its name.
  const how = item.derived.values().next().value?.how;
  const standing = giving?.portions.filter((p) => p < all.length);
  const kept = standing && standing.length > 0 ? keeps(standing) : undefined;
  const portions = all.length > 1 && (standing !== undefined || fixed) && (
    <div className="give-portions">
      <PortionChecks
        title={t('give.portions')}
        unseenTitle={fixed}
        required={to.length > 0}
        card={card}
        chosen={standing ?? []}
        change={(portions) => set({ ...giving, item: item.id, portions })}
        why={(p) => {
          const o = keeps([p]);
          return o && <span className="soon">{why({ ...o, portions: [] })}</span>;
        }}
      />
      {kept && <p className="small soon">{why({ ...kept, portions: [] })}</p>}
      {giving && to.length > 0 && standing && standing.length > 0 && standing.length < all.length && (
        <PartTitle
          card={card}
          needed={titleNeeded(look.world, look.roster, look.now, item, look.seat, standing, to)}
          value={giving.title ?? ''}
          change={(title) => set({ ...giving, title })}
        />
      )}
    </div>
  );
  if (fixed) return portions || <p>{text(card.title)}</p>;
  return (
    <div>
      <Check
        checked={standing !== undefined}
        disabled={none && standing === undefined}
        // Of several portions none is chosen beforehand; what is only noted is noted whole.
        onChange={(on) => set(on ? { item: item.id, portions: to.length === 0 || all.length === 1 ? all : [] } : undefined)}
        help={
          (first || known) && (
            <span className="beforehand">{first ? <span className="dim">{why({ ...first, portions: [] })}</span> : known}</span>
          )
        }
      >
        <span className="row wrap">
          <b>{text(card.title)}</b> <LabelChip label={card.label} />
          {how && <span className="small dim">{t(`give.${how}`)}</span>}
        </span>
      </Check>
      {portions}
    </div>
  );
}
