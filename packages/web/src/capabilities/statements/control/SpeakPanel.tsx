import type { Address, Command, Text, World } from '@entente/engine';
import { ATTRIBUTIONS, type Attribution, type Claim, POSTURES, type Posture, placeOf } from '@entente/engine/statements';
import { useState } from 'react';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { PanelProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { useSend } from '../../../kit/control/sending.ts';
import { ActForm, Details } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { useNamer } from '../../../kit/Names.tsx';
import { Quoted } from '../../../kit/Quoted.tsx';
import { SpeakForm } from '../press/SpeakForm.tsx';
import { partiesOf } from '../said/look.ts';
import { useSaidWords } from '../said/useSaidWords.ts';
import { ClaimTaps } from './ClaimTaps.tsx';
import { InSeat } from './InSeat.tsx';
import { outletsIn, speakersIn } from './speakers.ts';

interface Draft {
  readonly text: Text;
  readonly venue: Text;
  readonly attribution: Attribution;
  readonly posture: Posture;
  readonly outlet: string;
  readonly askedBy: string;
  readonly asked: Text;
  readonly line: string;
  readonly corrects: string;
  readonly claims: readonly Claim[];
}

/** Speaks in public in somebody’s name: for a seat by that seat’s own press desk, with its clearance; for a head of government at once. */
export function SpeakPanel(props: PanelProps) {
  const { say, world, viewer, open } = useControl();
  const name = useNamer();
  const about = props.side.about;
  const speakers = atConference(world, about, speakersIn(world, viewer.address));
  const [chosen, choose] = useState(props.side.speaker);
  const speaker = speakers.find((s) => s === chosen) ?? speakers[0];
  const question = world.statements.questions.has(about ?? '') ? about : undefined;
  const whose = speakers.length > 1 && (
    <Choose
      title={say('speak.as')}
      data={speakers.map((a) => ({ value: a as string, label: name(a) }))}
      value={speaker ?? ''}
      change={choose}
    />
  );
  return (
    <SidePanel title={say('speak.title')}>
      {speaker?.startsWith('seat:') ? (
        <>
          {whose}
          <InSeat seats={[speaker]}>
            <SpeakForm start={question === undefined ? {} : { question }} made={props.made} done={() => open(undefined)} />
          </InSeat>
        </>
      ) : (
        <>
          {whose}
          <OfEntity key={speaker} {...props} speaker={speaker ?? ''} />
        </>
      )}
    </SidePanel>
  );
}

/** At a press conference only those who hold it answer. */
function atConference(world: World, about: string | undefined, speakers: readonly Address[]): readonly Address[] {
  const queued = world.statements.questions.get(about ?? '')?.queued;
  const held = queued === undefined ? undefined : placeOf(world.statements.conferences.values(), queued)?.conference;
  return held ? speakers.filter((s) => held.card.hosts.includes(s)) : speakers;
}

/** Says something in public in the name of a head of government: an answer with its question, a line, a correction. What it says of which topic is coded with it. */
function OfEntity({ side, made, speaker }: PanelProps & { readonly speaker: Address }) {
  const { say, world, open, lead } = useControl();
  const name = useNamer();
  const coding = useSend();
  const question = world.statements.questions.get(side.about ?? '');
  const { draft, change, busy, error, run } = useForm<Draft>(`control speak ${side.about ?? ''} ${speaker}`, () => ({
    ...{ text: '', venue: '', attribution: 'on-record', outlet: '' },
    ...{ posture: question ? 'response' : 'active', askedBy: '', asked: '', line: '', corrects: '', claims: [] },
  }));
  const { text, attribution, outlet, claims } = draft;
  const submit = async (): Promise<void> => {
    const answer = await run(commandOf(draft, speaker, question?.id));
    if (!answer.ok) return;
    const said = answer.events[0];
    if (lead && claims.length > 0 && said !== undefined) await coding.send({ type: 'CodeSaid', said, claims: [...claims] });
    open(undefined);
    made(answer.events);
  };
  return (
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
      {question ? <QuestionAsked text={question.text} by={question.by} /> : <Asked draft={draft} change={change} />}
      <TextField both title={say('speak.text')} rows={4} most={20_000} required value={text} change={(t) => change({ text: t })} />
      {lead && <ClaimTaps claims={claims} change={(next) => change({ claims: next })} />}
      <More draft={draft} change={change} speaker={speaker} />
    </ActForm>
  );
}

function commandOf(draft: Draft, speaker: Address, question: string | undefined): Command {
  const { text, venue, attribution, posture, outlet, askedBy, asked, line, corrects } = draft;
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
  const { say } = useControl();
  const name = useNamer();
  return (
    <p className="ct-controlonly">
      <strong>{say('speak.answers', { who: name(by) })}</strong> <Quoted text={text} />
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

function More({ draft, change, speaker }: FieldsProps & { readonly speaker: Address }) {
  const { say, world, pick } = useControl();
  const words = useSaidWords(world);
  const name = useNamer();
  const { venue, attribution, posture, outlet, line, corrects } = draft;
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
