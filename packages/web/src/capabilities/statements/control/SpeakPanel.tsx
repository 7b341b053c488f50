import type { Command, Text } from '@entente/engine';
import { ATTRIBUTIONS, type Attribution, POSTURES, type Posture } from '@entente/engine/statements';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { PanelProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { ActForm, Details } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { useNamer } from '../../../kit/Names.tsx';
import { partiesOf } from '../said/look.ts';
import { useSaidWords } from '../said/useSaidWords.ts';
import { outletsIn, speakersIn } from './speakers.ts';

interface Draft {
  readonly speaker: string;
  readonly text: Text;
  readonly venue: Text;
  readonly attribution: Attribution;
  readonly posture: Posture;
  readonly outlet: string;
  readonly askedBy: string;
  readonly asked: Text;
  readonly line: string;
  readonly corrects: string;
}

/** Says something in public in the name of a head of government, or of a seat that control plays: an answer with its question, a line, a correction. */
export function SpeakPanel({ side, made }: PanelProps) {
  const { say, world, viewer, open } = useControl();
  const name = useNamer();
  const speakers = speakersIn(world, viewer.address);
  const question = world.statements.questions.get(side.about ?? '');
  const { draft, change, busy, error, run } = useForm<Draft>(`control speak ${side.about ?? ''} ${side.speaker ?? ''}`, () => ({
    ...{ speaker: side.speaker ?? speakers[0] ?? '', text: '', venue: '', attribution: 'on-record', outlet: '' },
    ...{ posture: question ? 'response' : 'active', askedBy: '', asked: '', line: '', corrects: '' },
  }));
  const { speaker, text, attribution, outlet } = draft;
  const submit = async (): Promise<void> => {
    const answer = await run(commandOf(draft, question?.id));
    if (!answer.ok) return;
    open(undefined);
    made(answer.events);
  };
  return (
    <SidePanel title={say('speak.title')}>
      <ActForm
        title={say('speak.title')}
        headed
        go={say('speak.go')}
        submit={() => void submit()}
        missing={
          speaker === ''
            ? say('speak.nobody')
            : isBlank(text)
              ? ''
              : attribution === 'off-record' && outlet === ''
                ? say('speak.needsOutlet')
                : undefined
        }
        told={say(attribution === 'off-record' ? 'speak.toldOff' : 'speak.told', { who: name(speaker) })}
        busy={busy}
        error={error}
        cancel={() => open(undefined)}
        focus
      >
        <Choose
          title={say('speak.as')}
          data={speakers.map((a) => ({ value: a as string, label: name(a) }))}
          value={speaker}
          change={(s) => change({ speaker: s })}
        />
        {question ? <QuestionAsked text={question.text} by={question.by} /> : <Asked draft={draft} change={change} />}
        <TextField both title={say('speak.text')} rows={4} most={20_000} required value={text} change={(t) => change({ text: t })} />
        <More draft={draft} change={change} />
      </ActForm>
    </SidePanel>
  );
}

function commandOf(draft: Draft, question: string | undefined): Command {
  const { speaker, text, venue, attribution, posture, outlet, askedBy, asked, line, corrects } = draft;
  return {
    ...{ type: 'Speak', speaker, text: sentText(text), attribution, posture },
    ...(isBlank(venue) ? {} : { venue: sentText(venue) }),
    ...(attribution === 'off-record' ? { outlet } : {}),
    ...(question === undefined ? {} : { question }),
    ...(question === undefined && askedBy !== '' && !isBlank(asked) ? { asked: { by: askedBy, text: sentText(asked) } } : {}),
    ...(line === '' ? {} : { line }),
    ...(corrects === '' ? {} : { corrects }),
  } as Command;
}

function QuestionAsked({ text, by }: { readonly text: Text; readonly by: string }) {
  const { say, pick } = useControl();
  const name = useNamer();
  return (
    <p className="ct-controlonly">
      <strong>{say('speak.answers', { who: name(by) })}</strong> “{pick(text)}”
    </p>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

/** The question that was asked, word for word, if one was. */
function Asked({ draft: { askedBy, asked }, change }: FieldsProps) {
  const { say, world } = useControl();
  const name = useNamer();
  return (
    <>
      <Choose
        title={say('speak.askedBy')}
        data={[{ value: '', label: say('speak.unasked') }, ...outletsIn(world).map((a) => ({ value: a as string, label: name(a) }))]}
        value={askedBy}
        change={(by) => change({ askedBy: by, posture: by === '' ? 'active' : 'response' })}
      />
      {askedBy !== '' && (
        <TextField both title={say('speak.asked')} rows={2} most={2_000} required value={asked} change={(t) => change({ asked: t })} />
      )}
    </>
  );
}

function More({ draft, change }: FieldsProps) {
  const { say, world, pick } = useControl();
  const words = useSaidWords(world);
  const name = useNamer();
  const { venue, attribution, posture, outlet, line, corrects, speaker } = draft;
  const id = speaker.slice(speaker.indexOf(':') + 1);
  const party =
    world.seats.directory?.entities.find((e) => e.id === id)?.speaksFor ??
    world.seats.directory?.cells.find((c) => c.seats.some((s) => s.id === id))?.party;
  const lines = [...world.statements.lines.values()].filter((l) => party !== undefined && l.card.agreed.includes(party));
  const own = [...world.statements.statements.values()].filter((s) => party !== undefined && partiesOf(s).includes(party)).reverse();
  return (
    <Details
      title={say('speak.more')}
      says={[pick(venue), say(`public.attribution.${attribution}`), say(`public.posture.${posture}`)].filter(Boolean).join(' · ')}
    >
      <TextField both title={say('speak.venue')} rows={1} most={200} value={venue} change={(v) => change({ venue: v })} />
      <Choose
        title={say('speak.attribution')}
        data={ATTRIBUTIONS.map((a) => ({ value: a, label: say(`public.attribution.${a}`) }))}
        value={attribution}
        change={(a) => change({ attribution: a })}
      />
      {attribution === 'off-record' && (
        <Choose
          title={say('speak.outlet')}
          required
          data={[{ value: '', label: '–' }, ...outletsIn(world).map((a) => ({ value: a as string, label: name(a) }))]}
          value={outlet}
          change={(o) => change({ outlet: o })}
        />
      )}
      <Choose
        title={say('speak.posture')}
        data={POSTURES.map((p) => ({ value: p, label: say(`public.posture.${p}`) }))}
        value={posture}
        change={(p) => change({ posture: p })}
      />
      {lines.length > 0 && (
        <Choose
          title={say('speak.line')}
          data={[{ value: '', label: say('speak.noLine') }, ...lines.map((l) => ({ value: l.id as string, label: pick(l.card.name) }))]}
          value={line}
          change={(l) => change({ line: l })}
        />
      )}
      {own.length > 0 && (
        <Choose
          title={say('speak.corrects')}
          data={[
            { value: '', label: say('speak.nothing') },
            ...own.map((s) => ({ value: s.id as string, label: `${words.time(s.at)} ${words.called(s.id)}` })),
          ]}
          value={corrects}
          change={(c) => change({ corrects: c })}
        />
      )}
    </Details>
  );
}
