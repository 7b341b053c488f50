import '../Review.css';
import '../narrow.css';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { type ChoosableGroup, Choose } from '../../../kit/form/Choose.tsx';
import { PartyMark } from '../../../kit/Marks.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import type { Edition } from '../../../kit/review/side.ts';

/** The name of an edition in the person's language. */
export function useSideName(): (edition: Edition) => string {
  const t = useWords('review');
  const name = useNamer();
  return (edition) =>
    edition === 'control' ? t('leadControl') : edition === 'joint' ? t('joint') : edition === 'public' ? t('public') : name(edition);
}

export interface SeeAsProps {
  readonly editions: readonly Edition[];
  readonly edition: Edition;
  readonly choose: (edition: Edition) => void;
  /** What is chosen, if not how to look. */
  readonly label?: string;
}

/** Whose record is shown: the own one, each party, every party together, the public; seats in a list. */
export function SeeAs({ editions, edition, choose, label: given }: SeeAsProps) {
  const t = useWords('review');
  const label = given ?? t('seeAs');
  const sideName = useSideName();
  const seats = editions.filter((e, i) => i > 0 && e.startsWith('seat:'));
  const groups = useSeatGroups(seats);
  if (editions.length < 2) return null;
  const sides = editions.filter((e) => !seats.includes(e));
  return (
    <fieldset className="rv-set rv-seeas" aria-label={label}>
      <span className="small dim">{label}</span>
      <div className="rv-segments">
        {sides.map((e) => (
          <Segment key={e} chosen={e === edition} label={sideName(e)} act={() => choose(e)}>
            <SideFace edition={e} />
          </Segment>
        ))}
        {seats.length > 0 && (
          <span className={`rv-seat-choice${seats.includes(edition) ? ' chosen' : ''}`}>
            <Choose
              bare
              title={t('seats.label')}
              data={[{ value: '', label: t('seats.choose') }, ...groups]}
              value={seats.includes(edition) ? edition : ''}
              change={(e) => e && choose(e)}
            />
          </span>
        )}
      </div>
    </fieldset>
  );
}

function Segment({
  chosen,
  label,
  act,
  children,
}: {
  readonly chosen: boolean;
  readonly label: string;
  readonly act: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className="rv-segment" aria-pressed={chosen} aria-label={label} title={label} onClick={act}>
      {children}
    </button>
  );
}

/** A party is its mark; everything else is a word. */
function SideFace({ edition }: { readonly edition: Edition }) {
  const { parties } = useDirectory();
  const sideName = useSideName();
  const order = parties.findIndex((p) => edition === `party:${p.id}`);
  const party = parties[order];
  return party ? <PartyMark order={order} letter={party.letter} /> : sideName(edition);
}

/** The seats among these, by their party. */
function useSeatGroups(seats: readonly Edition[]): ChoosableGroup<Edition>[] {
  const { cells, parties } = useDirectory();
  const text = useText();
  const sideName = useSideName();
  return parties.flatMap((party) => {
    const own = cells.filter((c) => c.party === party.id).flatMap((c) => c.seats.map((s) => `seat:${s.id}`));
    const items = own.filter((e) => seats.includes(e)).map((value) => ({ value, label: sideName(value) }));
    return items.length === 0 ? [] : [{ group: text(party.name), items }];
  });
}
