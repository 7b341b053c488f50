import './KnownSays.css';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { lengthWords } from '../../../kit/review/length.ts';
import type { KnownLine, Saying } from './known.ts';

/** “part of …”, “sanitised version of …”: where it stands alone, one would not know. */
export function MadeOf({ line: { of } }: { readonly line: KnownLine }) {
  const t = useWords('review');
  const text = useText();
  if (!of) return null;
  const words = t(`knew.derived.${of.how}`, { title: text(of.title) });
  return (
    <span className="rv-k-of small dim" title={words}>
      {words}
    </span>
  );
}

/** “U after 21 min · C needed, not given”: what is wrong is red, and says so in words. */
export function Says({ says, whole }: { readonly says: readonly Saying[]; readonly whole: boolean }) {
  const say = useSaying();
  // Who alone has it is known to nobody but lead control.
  const shown = says.filter((s) => s.kind !== 'only' || whole);
  return (
    <span className="rv-k-says small">
      {shown.map((s) => (
        <span key={`${s.kind} ${s.parties.join()}`} className={s.late ? 'late' : 'dim'}>
          {say(s)}
        </span>
      ))}
    </span>
  );
}

export function useSaying(): (saying: Saying) => string {
  const t = useWords('review');
  const kit = useWords('kit');
  const { parties } = useDirectory();
  return ({ kind, parties: ids, ms, asked }) =>
    t(`knew.says.${kind}${asked ? 'Asked' : ''}`, {
      who: parties
        .filter((p) => ids.includes(p.id))
        .map((p) => p.letter)
        .join(', '),
      span: ms === undefined ? '' : lengthWords(kit, ms),
    });
}
