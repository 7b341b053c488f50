import { useSeat } from '../../connection/index.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { useDirectory } from '../../kit/Directory.tsx';
import { AddressMark, useNamer } from '../../kit/Names.tsx';

/** Who am I, in the top bar; opens my card. */
export function Who({ open }: { readonly open: () => void }) {
  const { me } = useSeat();
  const t = useWords('seat');
  const text = useText();
  const name = useNamer('own');
  const directory = useDirectory();
  const party = directory.partyOf(me.seat)?.card.name;
  return (
    <button type="button" className="who" onClick={open}>
      <AddressMark address={me.seat} />
      <span className="who-words small">
        <b className="cut">{name(me.seat)}</b>
        <span className="dim cut">{[party && text(party), t('myCard')].filter(Boolean).join(' · ')}</span>
      </span>
    </button>
  );
}
