import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { NONE } from '../../../kit/review/tables.tsx';
import type { Wording } from '../../../kit/review/wording.ts';
import { MadeOf } from './KnownSays.tsx';
import { type KnownLine, lacks } from './known.ts';
import { dueWords, laneWords } from './knownWords.ts';

/** What the lists of who knew what say alike, on the screen and on paper. */
interface Given {
  readonly line: KnownLine;
  readonly wording: Wording;
}

/** Under the title: what it is a part of, its label, its originator, how long it may be released. */
export function Source({ line, wording }: Given) {
  return (
    <>
      <MadeOf line={line} />
      <span className="rv-k-under small">
        <LabelChip label={line.label} />
        <AddressName address={line.originator} />
      </span>
      {line.known.card.expires !== undefined && (
        <span className="small dim rv-under">{wording.say('item.expires', { time: wording.time(line.known.card.expires) })}</span>
      )}
    </>
  );
}

export function Title({ line }: { readonly line: KnownLine }) {
  const text = useText();
  return (
    <>
      {line.of && <span className="dim">↳ </span>}
      {text(line.title)}
    </>
  );
}

/** A head for each party, and one for the actions if any rested on an item. */
export function Heads({ dues }: { readonly dues: boolean }) {
  const t = useWords('review');
  const text = useText();
  const { parties } = useDirectory();
  return (
    <>
      {parties.map((p) => (
        <th key={p.id} scope="col">
          {text(p.name)}
        </th>
      ))}
      {dues && <th scope="col">{t('cols.due')}</th>}
    </>
  );
}

/** A cell for each party. */
export function PartyCells({ line, wording }: Given) {
  return line.known.parties.map((k) => (
    <td key={k.party} className={k.overshared || lacks(k) ? 'late' : ''}>
      {k.marks.length === 0 && k.withheld.length === 0 && !k.originator ? NONE : laneWords(k, wording, false)}
    </td>
  ));
}

/** The actions that rested on it. */
export function Dues({ line, wording }: Given) {
  return line.known.due.map((d) => (
    <span key={`${d.expected} ${d.at}`} className={d.held ? 'rv-under' : 'rv-under late'}>
      {dueWords(d, wording)}
    </span>
  ));
}
