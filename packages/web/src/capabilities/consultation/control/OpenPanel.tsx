import { type Address, grained, rosterOfWorld, type Text } from '@entente/engine';
import { type Forum, openBrackets, PROCEDURES, type ProcedureName } from '@entente/engine/consultation';
import type { Command } from '../../../connection/useAct.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { PanelProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { TimeField, timeTyped } from '../../../kit/control/TimeField.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { useMatterWords } from '../matters/useMatterWords.ts';
import { type Voice, voicesIn } from './acting.ts';

/** The forums in which this controller may ask in somebody’s name, and in whose. */
export function useVoices(): readonly { readonly forum: Forum; readonly voice: Voice }[] {
  const { world, viewer } = useControl();
  const roster = rosterOfWorld(world);
  if (!roster) return [];
  return [...world.consultation.forums.values()].flatMap((forum) =>
    forum.card.adHoc ? [] : voicesIn(world, roster, viewer.address, forum).map((voice) => ({ forum, voice })),
  );
}

/** Opens a matter for a party that control plays, or whose delegation is empty: what a chair puts under silence, say. */
export function OpenPanel({ made }: PanelProps) {
  const { world, start, now, names, pick, say, open } = useControl();
  const { t, forum: called } = useMatterWords();
  const places = useVoices();
  const { draft, change, busy, error, run, drop } = useForm('open matter as', () => ({
    ...{ place: '0', procedure: '' as string, title: '' as Text, text: '' as Text, time: '+30', on: '' },
  }));
  const place = places[Number(draft.place)] ?? places[0];
  if (!place) return null;
  const { forum, voice } = place;
  const chairs = forum.card.chairs.includes(voice.party);
  const may = forum.card.procedures.filter((p) => chairs || !PROCEDURES[p].byChair);
  const procedure = may.find((p) => p === draft.procedure) ?? (may[0] as ProcedureName);
  const texts = [...world.consultation.texts.values()].filter((x) => x.forum === forum.id && openBrackets(x).length === 0);
  const due = timeTyped(draft.time, start, now);
  const speaker = voice.seats[0] as Address;
  const party = pick(names.party(voice.party)?.name);
  const lacks =
    isBlank(draft.title) ||
    isBlank(draft.text) ||
    due === 'wrong' ||
    (procedure === 'joint-signature' && draft.on === '') ||
    (typeof due === 'number' && due <= now);
  const submit = async (): Promise<void> => {
    const answer = await run({
      ...{ type: 'OpenMatter', forum: forum.id, procedure, title: sentText(draft.title), text: sentText(draft.text), shown: 'come' },
      ...(typeof due === 'number' ? { due: grained(due) } : {}),
      ...(texts.some((x) => x.id === draft.on) ? { on: draft.on } : {}),
      speaker,
    } as Command);
    if (!answer.ok) return;
    open(undefined);
    made(answer.events);
  };
  return (
    <SidePanel title={t('opening.title')}>
      <ActForm
        title={t('opening.title')}
        headed
        go={t('acting.send', { party })}
        submit={submit}
        missing={lacks ? '' : undefined}
        told={t(`acting.${voice.why}`, { seat: names.say(speaker, pick, say) })}
        busy={busy}
        error={error}
        cancel={() => {
          drop();
          open(undefined);
        }}
        focus
      >
        <Choose
          title={t('cols.forum')}
          data={places.map((p, i) => ({ value: String(i), label: `${called(p.forum.card)}, ${pick(names.party(p.voice.party)?.name)}` }))}
          value={draft.place}
          change={(next) => change({ place: next })}
        />
        <Choose
          title={t('cols.procedure')}
          data={may.map((p) => ({ value: p as string, label: t(`kind.${p}`) }))}
          value={procedure as string}
          change={(next) => change({ procedure: next })}
        />
        {texts.length > 0 && (
          <Choose
            title={t('detail.text')}
            data={[{ value: '', label: t('opening.noText') }, ...texts.map((x) => ({ value: x.id, label: pick(x.card.title) }))]}
            value={draft.on}
            change={(on) => change({ on })}
          />
        )}
        <TextField both title={t('cols.matter')} rows={1} most={300} required value={draft.title} change={(title) => change({ title })} />
        <TextField both title={t('acting.text')} rows={3} most={20_000} required value={draft.text} change={(text) => change({ text })} />
        <TimeField title={t('opening.until')} hint={t('tables.noTime')} time={draft.time} change={(time) => change({ time })} />
      </ActForm>
    </SidePanel>
  );
}
