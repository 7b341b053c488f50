import { Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { type Cut, cutAlso, piecesOf, putBack } from './cuts.ts';

/** Takes words out of a text: mark them, press the button; what is out shows as […] and comes back with a press. */
export function CutField({
  title,
  text,
  cuts,
  change,
}: {
  readonly title: string;
  readonly text: string;
  readonly cuts: readonly Cut[];
  readonly change: (cuts: readonly Cut[]) => void;
}) {
  const t = useWords('forms');
  const field = useRef<HTMLTextAreaElement>(null);
  const [marked, setMarked] = useState('');
  useEffect(() => {
    // The only event that every way of marking has: mouse, keys, the handles on a phone.
    const look = () => {
      const f = field.current;
      if (f && document.activeElement === f) setMarked(text.slice(f.selectionStart, f.selectionEnd).trim());
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [text]);
  const takeOut = () => {
    const f = field.current;
    if (!f) return;
    change(cutAlso(text, cuts, f.selectionStart, f.selectionEnd));
    f.setSelectionRange(f.selectionEnd, f.selectionEnd);
    setMarked('');
    f.focus();
  };
  // A field that takes no words can be marked with keys, on a phone and with a mouse; one that is `readOnly` has no caret to mark with.
  return (
    <div className="stack cut-field">
      <Textarea
        label={title}
        ref={field}
        aria-readonly="true"
        inputMode="none"
        spellCheck={false}
        value={text}
        rows={Math.min(10, 1 + Math.ceil(text.length / 60))}
        onChange={nothing}
        onBeforeInput={(e) => e.preventDefault()}
        onKeyDown={(e) => {
          if ((e.key !== 'Delete' && e.key !== 'Backspace') || marked === '') return;
          e.preventDefault();
          takeOut();
        }}
      />
      <div className="row wrap">
        <Button icon="scissors" disabled={marked === ''} onClick={takeOut}>
          {t('cut.takeOut')}
        </Button>
        <span className="small dim">
          {marked === '' ? t('cut.hint') : t('cut.marked', { words: marked.length > 40 ? `${marked.slice(0, 40)}…` : marked })}
        </span>
      </div>
      {cuts.length > 0 && <CutText text={text} cuts={cuts} change={change} />}
    </div>
  );
}

/** The text as it will stand; each […] can be put back. */
function CutText({
  text,
  cuts,
  change,
}: {
  readonly text: string;
  readonly cuts: readonly Cut[];
  readonly change: (cuts: readonly Cut[]) => void;
}) {
  const t = useWords('forms');
  return (
    <p className="read cut-result">
      {piecesOf(text, cuts).map((piece) =>
        piece.cut ? (
          <button
            key={piece.cut[0]}
            type="button"
            className="cut-mark"
            title={piece.text}
            aria-label={t('cut.putBack', { words: piece.text })}
            onClick={() => piece.cut && change(putBack(cuts, piece.cut))}
          >
            […]
          </button>
        ) : (
          <span key={piece.text}>{piece.text}</span>
        ),
      )}
    </p>
  );
}

const nothing = (): void => {};
