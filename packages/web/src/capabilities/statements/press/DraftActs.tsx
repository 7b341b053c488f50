import type { Hindrance, PressDraft } from '@entente/engine/statements';
import { mayPublish } from '@entente/engine/statements';
import { useAct, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import type { ActsProps } from '../../../kit/seat/part.ts';
import { deskAt } from './desk.ts';
import { isOpen, versionsOf } from './drafts.ts';

/** To publish it, in all its languages at once; while it may not be, for whom it waits. */
export function DraftActs({ line }: ActsProps) {
  const { world } = useSeat();
  const draft = world.statements.drafts.get(line.id);
  return draft ? <Publishing draft={draft} /> : null;
}

/** For those who speak: nobody else publishes or sets aside. */
export function Publishing({ draft }: { readonly draft: PressDraft }) {
  const { world, me } = useSeat();
  return isOpen(draft) && deskAt(world, me.seat)?.speaks ? <ToPublish draft={draft} /> : null;
}

function ToPublish({ draft }: { readonly draft: PressDraft }) {
  const t = useWords('press');
  const { world } = useSeat();
  const { run, busy, error } = useAct();
  const hindrance = mayPublish(world, draft);
  const languages = versionsOf(draft).map((v) => v.language);
  const one = languages.length === 1 ? languages[0] : undefined;
  return (
    <div className="pr-publish">
      <div className="row wrap">
        <Button
          kind="main"
          icon={hindrance ? 'lock' : undefined}
          busy={busy}
          disabled={hindrance !== undefined}
          onClick={() => run({ type: 'PublishDraft', draft: draft.id })}
        >
          {one ? t(`speak.go.${one}`) : t('speak.goBoth')}
        </Button>
        <span className="pr-publish-why" role="status">
          {hindrance ? <Why hindrance={hindrance} /> : t('speak.told')}
        </span>
        <Button kind="quiet" busy={busy} onClick={() => run({ type: 'DropStatementDraft', draft: draft.id })}>
          {t('act.drop')}
        </Button>
      </div>
      <Refused words={error} />
    </div>
  );
}

/** “Not yet: the National Security Adviser has not cleared the English.” */
function Why({ hindrance }: { readonly hindrance: Hindrance }) {
  const t = useWords('press');
  const name = useNamer('own');
  const who = 'who' in hindrance ? hindrance.who.map((a) => name(a)).join(', ') : '';
  const language = 'language' in hindrance ? t(`language.the.${hindrance.language}`) : '';
  return <span className={hindrance.why === 'claims-differ' ? 'soon' : ''}>{t(`why.${hindrance.why}`, { who, language })}</span>;
}
