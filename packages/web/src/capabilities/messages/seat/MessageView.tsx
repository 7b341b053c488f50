import type { Address, Ms } from '@entente/engine';
import { useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { StatusChip } from '../../../kit/Chip.tsx';
import { Sent } from '../../../kit/form/Sent.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { Letter } from '../../../kit/seat/Letter.tsx';
import type { Line } from '../../../kit/seat/line.ts';
import type { ReadProps } from '../../../kit/seat/part.ts';

/** A message; of my own, with who has acknowledged it, and, of a question, who has read it. */
export function MessageView({ line, lines, open, children }: ReadProps) {
  return (
    <Letter line={line} lines={lines} open={open} above={line.mine && <Sent at={line.at} />} below={line.mine && <Receipts line={line} />}>
      {children}
    </Letter>
  );
}

export function NoteView({ line, lines, open, children }: ReadProps) {
  const t = useWords('messages');
  return (
    <Letter line={line} lines={lines} open={open} head={<h2 className="eyebrow">{t('note.mine')}</h2>}>
      {children}
    </Letter>
  );
}

function Receipts({ line }: { readonly line: Line }) {
  const { world } = useSeat();
  const message = world.messages.messages.get(line.id);
  if (!message) return null;
  const read = [...message.read].filter(([seat]) => !message.acknowledged.has(seat));
  return (
    <>
      <Receipt state="acknowledged" marks={[...message.acknowledged]} />
      <Receipt state="read" marks={read} />
    </>
  );
}

/** Who has done so, and when. */
function Receipt({
  state,
  marks,
}: {
  readonly state: 'acknowledged' | 'read';
  readonly marks: readonly (readonly [seat: Address, mark: { readonly at: Ms }])[];
}) {
  if (marks.length === 0) return null;
  return (
    <p className="row wrap small">
      <StatusChip state={state} />
      {marks.map(([seat, mark]) => (
        <span key={seat} className="row">
          <AddressName address={seat} /> <ExactTime at={mark.at} />
        </span>
      ))}
    </p>
  );
}
