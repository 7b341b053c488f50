import { grained, type Ms, rosterOfWorld, type Text } from '@entente/engine';
import { current, digestOf, dueOf, type Matter, procedureOf, proceeding } from '@entente/engine/consultation';
import { useState } from 'react';
import { useNow } from '../../../connection/SeatProvider.tsx';
import type { Command } from '../../../connection/useAct.ts';
import { Button } from '../../../kit/Button.tsx';
import { Problem } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { useSend } from '../../../kit/control/sending.ts';
import { TimeField, timeTyped } from '../../../kit/control/TimeField.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { Said } from '../../../kit/Said.tsx';
import { eight, textOf } from '../matters/needs.ts';
import { useMatterWords } from '../matters/useMatterWords.ts';
import { type Doable, doableIn, type Voice, voicesIn } from './acting.ts';
import { Frame } from './Frame.tsx';

/** Whoever control plays, or whose delegation is empty, it may act for: one frame per party, in that seat’s name. */
export function Acting({ matter }: { readonly matter: Matter }) {
  const { world, viewer, ended } = useControl();
  const now = useNow();
  const roster = rosterOfWorld(world);
  const forum = world.consultation.forums.get(matter.forum);
  if (!roster || !forum || ended) return null;
  return voicesIn(world, roster, viewer.address, forum).map((voice) => {
    const doable = doableIn(world, roster, matter, voice, now);
    return doable.length > 0 ? <ActingFor key={voice.party} matter={matter} voice={voice} doable={doable} now={now} /> : null;
  });
}

interface ForProps {
  readonly matter: Matter;
  readonly voice: Voice;
  readonly doable: readonly Doable[];
  readonly now: Ms;
}

/** Acts without words: what they say is said by the act. */
const WORDLESS: readonly string[] = ['acknowledge', 'sign', 'note-statements', 'prolong'];
/** Acts that say nothing without words. */
const NEEDS_WORDS: readonly string[] = ['view', 'amend', 'reserve', 'interpret', 'summarise'];
const BREAKS: readonly string[] = ['object', 'amend'];
/** Acts that may belong to one paragraph of the text. */
const PLACED: readonly string[] = ['reserve', 'interpret', 'amend'];

/** What is being filled in, and the command that it makes. */
function useActing({ matter, doable, now }: ForProps) {
  const { world, start } = useControl();
  const [chosen, choose] = useState<string>();
  const [as, speakAs] = useState<string>();
  const [text, write] = useState<Text>('');
  const [paragraph, onParagraph] = useState('');
  const [time, setTime] = useState('+15');
  const { act, seats } = doable.find((d) => d.act === chosen) ?? (doable[0] as Doable);
  const seat = seats.find((s) => s === as) ?? (seats[0] as string);
  const prolongs = act === 'prolong';
  const due = prolongs ? timeTyped(time, start, now) : undefined;
  const table = textOf(world, matter);
  const m = proceeding(world, matter);
  const digest = m && (act === 'sign' || (procedureOf(matter).renewed?.includes(act) ?? false)) ? digestOf(m) : undefined;
  const words = !WORDLESS.includes(act);
  const needsWords = NEEDS_WORDS.includes(act);
  const lacks = (needsWords && isBlank(text)) || (prolongs && (typeof due !== 'number' || due <= Math.max(now, dueOf(matter) ?? 0)));
  const command = (): Command =>
    prolongs
      ? { type: 'ProlongMatter', matter: matter.id, due: grained(due as number), speaker: seat }
      : ({
          type: 'ActInMatter',
          matter: matter.id,
          act,
          ...(words && !isBlank(text) ? { text: sentText(text) } : {}),
          ...(digest === undefined ? {} : { on: digest }),
          ...(table && PLACED.includes(act) && paragraph !== '' ? { paragraph } : {}),
          speaker: seat,
        } as Command);
  const ends = act === 'refuse' || (matter.card.procedure === 'silence' && BREAKS.includes(act));
  return {
    ...{ act, seats, seat, text, paragraph, time, table, digest, words, needsWords, lacks, ends, prolongs },
    ...{ command, choose, speakAs, write, onParagraph, setTime },
  };
}
type Filling = ReturnType<typeof useActing>;

function ActingFor(props: ForProps) {
  const { matter, voice, doable } = props;
  const { names, pick } = useControl();
  const { t } = useMatterWords();
  const { send, busy, problem, clear } = useSend();
  const filling = useActing(props);
  const { act, seat, lacks, ends, command, choose, write } = filling;
  const party = pick(names.party(voice.party)?.name);
  const begin = (next: string): void => {
    clear();
    choose(next);
  };
  const submit = async (): Promise<void> => {
    if (lacks || !(await send(command()))) return;
    write('');
    choose(undefined);
  };
  return (
    <Frame party={voice.party} seat={seat} why={voice.why}>
      <form
        className="ct-form"
        onSubmit={(e) => {
          e.preventDefault();
          void submit();
        }}
      >
        <fieldset className="ct-mt-choices" aria-label={t('acting.what')}>
          {doable.map((d) => (
            <Button key={d.act} size="small" pressed={d.act === act} onClick={() => begin(d.act)}>
              {t(`acting.act.${d.act}`)}
            </Button>
          ))}
        </fieldset>
        <Drafted
          matter={matter}
          party={voice.party}
          acts={doable.map((d) => d.act)}
          use={(d, words) => {
            begin(d);
            write(words);
          }}
        />
        <Fields filling={filling} />
        {ends && <p className="ct-small late">{t(act === 'refuse' ? 'acting.ends' : 'acting.breaks')}</p>}
        <div className="ct-row ct-wrap">
          <Button type="submit" kind={ends ? 'danger' : 'main'} busy={busy} disabled={lacks}>
            {t('acting.send', { party })}
          </Button>
        </div>
        {problem && <Problem words={problem} />}
      </form>
    </Frame>
  );
}

function Fields({ filling }: { readonly filling: Filling }) {
  const { names, pick, say } = useControl();
  const { t } = useMatterWords();
  const { act, seats, seat, table, digest, words, needsWords, prolongs } = filling;
  return (
    <>
      {seats.length > 1 && (
        <Choose
          title={t('acting.as')}
          data={seats.map((s) => ({ value: s, label: names.say(s, pick, say) }))}
          value={seat}
          change={filling.speakAs}
        />
      )}
      {table && PLACED.includes(act) && (
        <Choose
          title={t('acting.paragraph')}
          data={[
            { value: '', label: t('acting.whole') },
            ...current(table).paragraphs.map((p, i) => ({ value: p.id, label: `${i + 1} · ${pick(p.text).slice(0, 60)}` })),
          ]}
          value={filling.paragraph}
          change={filling.onParagraph}
        />
      )}
      {prolongs && <TimeField title={t('acting.to')} time={filling.time} change={filling.setTime} />}
      {words && !prolongs && (
        <TextField
          both
          title={t(needsWords ? 'acting.text' : 'acting.optional')}
          rows={3}
          most={20_000}
          required={needsWords}
          value={filling.text}
          change={filling.write}
        />
      )}
      {digest && <p className="ct-small">{t('acting.version', { version: table ? current(table).version : 1, digest: eight(digest) })}</p>}
    </>
  );
}

/** What the party’s own people have drafted, to be used as it is. */
function Drafted({
  matter,
  party,
  acts,
  use,
}: {
  readonly matter: Matter;
  readonly party: string;
  readonly acts: readonly string[];
  readonly use: (act: string, text: Text) => void;
}) {
  const { t } = useMatterWords();
  const draft = matter.drafts.findLast((d) => d.party === party && !d.dropped && acts.includes(d.act));
  if (!draft) return null;
  return (
    <p className="ct-small">
      {t('acting.draft')}: <strong>{t(`acting.act.${draft.act}`)}</strong> <Said text={draft.text} />{' '}
      <Button size="small" kind="quiet" onClick={() => use(draft.act, draft.text ?? '')}>
        {t('acting.use')}
      </Button>
    </p>
  );
}
