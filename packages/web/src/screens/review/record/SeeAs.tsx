import '../Review.css';
import '../narrow.css';
import { type ReactNode, useMemo } from 'react';
import { useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { type ChoosableGroup, Choose } from '../../../kit/form/Choose.tsx';
import { PartyMark } from '../../../kit/Marks.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { type EditionsGiven, useReviewParts } from '../../../kit/review/part.ts';
import type { Edition } from '../../../kit/review/side.ts';
import { useWording } from '../../../kit/review/useWording.ts';

/** The name of an edition in the person's language. */
export function useSideName(): (edition: Edition) => string {
  const t = useWords('review');
  const name = useNamer();
  const { world } = useSeat();
  const given = useEditionsGiven();
  const wording = useWording();
  return (edition) => {
    if (edition === 'control') return t('leadControl');
    if (edition === 'joint' || edition === 'public') return t(edition);
    const own = given.find(({ kind }) => edition.startsWith(`${kind}:`));
    if (!own) return name(edition);
    return own.name(world, edition.slice(own.kind.length + 1), wording) ?? t(`editions.${own.kind}`);
  };
}

/** The kinds of editions that capabilities have. */
function useEditionsGiven(): readonly EditionsGiven[] {
  const parts = useReviewParts();
  return useMemo(() => parts.flatMap((part) => part.editions ?? []), [parts]);
}

export interface SeeAsProps {
  readonly editions: readonly Edition[];
  readonly edition: Edition;
  readonly choose: (edition: Edition) => void;
  /** What is chosen, if not how to look. */
  readonly label?: string;
}

/** Whose record is shown: the own one, each party, every party together, the public; seats, and editions of capabilities, in lists. */
export function SeeAs({ editions, edition, choose, label: given }: SeeAsProps) {
  const t = useWords('review');
  const label = given ?? t('seeAs');
  const sideName = useSideName();
  const seats = editions.filter((e, i) => i > 0 && e.startsWith('seat:'));
  const groups = useSeatGroups(seats);
  const circles = useEditionsGiven().flatMap(({ kind }) => {
    const own = editions.filter((e) => e.startsWith(`${kind}:`));
    return own.length === 0 ? [] : [{ group: t(`editions.${kind}`), items: own.map((value) => ({ value, label: sideName(value) })) }];
  });
  if (editions.length < 2) return null;
  const listed = [...circles.flatMap((c) => c.items.map((i) => i.value)), ...seats];
  const sides = editions.filter((e) => !listed.includes(e));
  const among = listed.includes(edition);
  const list = circles.length > 0 ? 'others' : 'seats';
  return (
    <fieldset className="rv-set rv-seeas" aria-label={label}>
      <span className="small dim">{label}</span>
      <div className="rv-segments">
        {sides.map((e) => (
          <Segment key={e} chosen={e === edition} label={sideName(e)} act={() => choose(e)}>
            <SideFace edition={e} />
          </Segment>
        ))}
        {listed.length > 0 && (
          <span className={`rv-seat-choice${among ? ' chosen' : ''}`}>
            <Choose
              bare
              title={t(`${list}.label`)}
              data={[{ value: '', label: t(`${list}.choose`) }, ...circles, ...groups]}
              value={among ? edition : ''}
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
