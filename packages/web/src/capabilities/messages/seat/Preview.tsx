import { useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import type { Files } from '../../../kit/files/useFiles.ts';
import { isBlank, sentText } from '../../../kit/form/TextField.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { SaidInBoth } from '../../../kit/Said.tsx';
import type { Draft } from './draft.ts';

/** What goes to everybody, as they will read it. */
export function Preview({ draft, files }: { readonly draft: Draft; readonly files: Files }) {
  const t = useWords('messages');
  const { me } = useSeat();
  return (
    <section className="result stack" aria-label={t('compose.previewTitle')}>
      <p className="row wrap small">
        <LabelChip label={draft.label} />
        <AddressName address={me.seat} withParty />
        <span className="dim">→</span>
        {draft.to.map((a) => (
          <AddressName key={a} address={a} withParty={!a.startsWith('party:')} />
        ))}
      </p>
      {!isBlank(draft.subject) && (
        <h3 className="title">
          <SaidInBoth text={sentText(draft.subject)} />
        </h3>
      )}
      <p className="read prose">
        <SaidInBoth text={sentText(draft.text)} />
      </p>
      {files.picked.map((f) => (
        <p key={f.key} className="small">
          {f.name}
        </p>
      ))}
    </section>
  );
}
