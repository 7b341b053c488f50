import { useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { StatusChip } from '../../../kit/Chip.tsx';
import { Sent } from '../../../kit/form/Sent.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { Letter } from '../../../kit/seat/Letter.tsx';
import type { Line } from '../../../kit/seat/line.ts';
import type { ReadProps } from '../../../kit/seat/part.ts';

/** A message; of my own, with who has acknowledged it. */
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
  const receipts = [...(world.messages.messages.get(line.id)?.acknowledged ?? [])];
  if (receipts.length === 0) return null;
  return (
    <p className="row wrap small">
      <StatusChip state="acknowledged" />
      {receipts.map(([seat, mark]) => (
        <span key={seat} className="row">
          <AddressName address={seat} /> <ExactTime at={mark.at} />
        </span>
      ))}
    </p>
  );
}
