import type { ClearerRow, PressDraft, Standing } from '@entente/engine/statements';
import { useState } from 'react';
import { useAct, useNow, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Changed } from '../../../kit/Changed.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { Icon, type IconName } from '../../../kit/icons.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { Quoted } from '../../../kit/Quoted.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import { ExactTime, RelativeTime } from '../../../kit/RelativeTime.tsx';
import { Claims } from './ClaimsField.tsx';
import type { Desk } from './desk.ts';
import { VersionForm } from './VersionForm.tsx';

type Doing = 'word' | 'clear-with-edits' | 'object';
interface VersionProps {
  readonly draft: PressDraft;
  readonly version: Standing & { readonly language: string };
  /** Absent where nothing can be done. */
  readonly desk: Desk | undefined;
}

const TONES = { none: 'plain', draft: 'plain', asked: 'soon', objected: 'late', lapsed: 'late', cleared: 'met' } as const;

/** One language: its words with the last clearer’s edit, who has cleared it and who has it now, and what this seat may do. */
export function Version({ draft, version, desk }: VersionProps) {
  const t = useWords('press');
  const [doing, begin] = useState<Doing | undefined>();
  const { language, state, words, turns, claims, order } = version;
  const edit = turns.findLast((x) => x.before !== undefined);
  return (
    <section className="pr-version" data-state={state} aria-label={t(`language.name.${language}`)}>
      <header className="row wrap">
        <b>{t(`language.name.${language}`)}</b>
        <span className="grow" />
        <Chip tone={TONES[state]} icon={state === 'cleared' ? 'check' : undefined}>
          {t(`version.${state}`)}
        </Chip>
      </header>
      {doing ? (
        <VersionForm draft={draft} language={language} does={doing} done={() => begin(undefined)} />
      ) : (
        <div className="pr-version-text read" lang={language}>
          {edit?.before === undefined ? words?.text : <Changed before={edit.before} after={words?.text ?? ''} />}
        </div>
      )}
      {claims.length > 0 && <Claims claims={claims} />}
      {turns.length > 0 && (
        <ul className="pr-turns" aria-label={t('version.clearers')}>
          {turns.map((row) => (
            <Turn key={row.seat} row={row} has={version.holders.includes(row.seat)} />
          ))}
        </ul>
      )}
      {order && turns.length > 1 && <p className="small dim">{t(`version.order.${order}`)}</p>}
      {desk && !doing && <VersionActs draft={draft} version={version} desk={desk} begin={begin} />}
    </section>
  );
}

/** “✓ First Deputy 08:25”; “National Security Adviser has it, since 08:25 · 3 min left”. */
function Turn({ row, has }: { readonly row: ClearerRow; readonly has: boolean }) {
  const t = useWords('press');
  const name = useNamer('mark');
  const now = useNow();
  const { act, at, lapsed, since, due } = row;
  const icon: IconName = act === 'object' ? 'cross' : act ? 'check' : lapsed ? 'warning' : has ? 'hourglass' : 'ring';
  return (
    <li data-has={has || undefined} data-bad={act === 'object' || lapsed === 'blocks' || undefined}>
      <Icon name={icon} size={12} />
      <span className="pr-turn-who">
        {name(row.seat)} {has && !act && <b>{t('turn.has')}</b>}
        {row.text && (
          <span className="small pr-turn-says">
            <Quoted text={row.text} />
          </span>
        )}
        {row.edited === 'new' && <span className="small dim">{t('turn.editedSince')}</span>}
      </span>
      <span className="small pr-turn-when">
        {act && at !== undefined && (
          <>
            <ExactTime at={at} /> {act !== 'clear' && t(`turn.${act}`)}
          </>
        )}
        {!act && lapsed && t(`turn.lapsed.${lapsed}`)}
        {!act && has && since !== undefined && (
          <>
            {t('turn.since')} <ExactTime at={since} /> · <RelativeTime at={due} now={now} kind="deadline" />
          </>
        )}
        {!act && !has && !lapsed && <span className="dim">{t('turn.later')}</span>}
      </span>
    </li>
  );
}

/** What this seat may do with it: its clearers clear, those who speak word it anew, ask, and give longer. */
function VersionActs({
  draft,
  version,
  desk,
  begin,
}: Required<VersionProps> & { readonly desk: Desk; readonly begin: (doing: Doing) => void }) {
  const t = useWords('press');
  const { me } = useSeat();
  const { run, busy, error } = useAct();
  const { language, state, holders, turns } = version;
  const own = turns.find((x) => x.seat === me.seat);
  const clears = holders.includes(me.seat);
  const of = { draft: draft.id, language } as const;
  const latest = Math.max(...turns.map((x) => x.due));
  const isOut = state === 'asked' || state === 'lapsed' || state === 'objected';
  return (
    <div className="row wrap">
      {clears && (
        <>
          <Button size="small" kind="main" icon="check" busy={busy} onClick={() => run({ type: 'ClearDraft', ...of, act: 'clear' })}>
            {t('act.clear')}
          </Button>
          <Button size="small" icon="write" onClick={() => begin('clear-with-edits')}>
            {t('act.clearWithEdits')}
          </Button>
          <Button size="small" icon="cross" onClick={() => begin('object')}>
            {t('act.object')}
          </Button>
        </>
      )}
      {own?.edited === 'new' && (
        <Button icon="eye" busy={busy} onClick={() => run({ type: 'NoteEdit', ...of })}>
          {t('act.noteEdit')}
        </Button>
      )}
      {own?.edited === 'new' && !clears && (
        <Button size="small" icon="cross" onClick={() => begin('object')}>
          {t('act.object')}
        </Button>
      )}
      {desk.speaks && (
        <Button size="small" kind="quiet" icon="write" onClick={() => begin('word')}>
          {t('act.reword')}
        </Button>
      )}
      {desk.speaks && state === 'draft' && desk.rules.clearers.length > 0 && (
        <Button size="small" icon="hand" busy={busy} onClick={() => run({ type: 'AskClearance', ...of })}>
          {t('act.ask')}
        </Button>
      )}
      {desk.speaks && isOut && (
        <Button
          size="small"
          kind="quiet"
          icon="hourglass"
          busy={busy}
          onClick={() => run({ type: 'ProlongClearance', ...of, due: latest + Math.max(desk.rules.each, 60_000) })}
        >
          {t('act.prolong')}
        </Button>
      )}
      {desk.speaks && isOut && <span className="small dim">{t('version.rewordHelp')}</span>}
      <Refused words={error} />
    </div>
  );
}
