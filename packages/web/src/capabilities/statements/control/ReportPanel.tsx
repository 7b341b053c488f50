import type { Command, Id, Text } from '@entente/engine';
import type { Claim, Report, Statement } from '@entente/engine/statements';
import { Check } from '../../../kit/Choice.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { PanelForm } from '../../../kit/control/PanelForm.tsx';
import type { PanelProps } from '../../../kit/control/part.ts';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { isStatement, saidById } from '../said/look.ts';
import { useSaidWords } from '../said/useSaidWords.ts';
import { ClaimTaps } from './ClaimTaps.tsx';
import { OutletField } from './OutletField.tsx';

interface Draft {
  readonly outlet: string;
  readonly title: Text;
  readonly text: Text;
  readonly reads: readonly Id[];
  readonly corrects: string;
  readonly claims: readonly Claim[];
}
/** How many of what was said are offered to be read: the newest. */
const OFFERED = 8;

/** Publishes as an outlet: what it has read, right or wrong, and what of its own it corrects. */
export function ReportPanel({ side, made }: PanelProps) {
  const { say, world, open, lead } = useControl();
  const words = useSaidWords(world);
  const about = saidById(world, side.about ?? '');
  const own = about && !isStatement(about) ? about : undefined;
  const { draft, change, busy, error, run } = useForm<Draft>(`control report ${side.about ?? ''}`, () => ({
    ...{ outlet: own?.card.outlet ?? side.speaker ?? '', title: '', text: '' },
    ...{ reads: about && !own ? [about.id] : [], corrects: own?.id ?? '', claims: [] },
  }));
  const { outlet, title, text, reads, corrects, claims } = draft;
  const { statements, reports } = world.statements;
  const readable = [...statements.values(), ...reports.values()]
    .filter((s) => !isStatement(s) || s.card.attribution !== 'off-record' || s.card.outlet === outlet)
    .sort((a, b) => b.at - a.at)
    .filter((s, i) => i < OFFERED || reads.includes(s.id));
  const earlier = [...reports.values()].filter((r) => r.card.outlet === outlet).reverse();
  const submit = async (): Promise<void> => {
    const answer = await run({
      ...{ type: 'PublishReport', speaker: outlet, title: sentText(title), reads: [...reads] },
      ...(isBlank(text) ? {} : { text: sentText(text) }),
      ...(corrects === '' ? {} : { corrects }),
      ...(claims.length > 0 ? { claims: [...claims] } : {}),
    } as Command);
    if (!answer.ok) return;
    open(undefined);
    made(answer.events);
  };
  return (
    <PanelForm
      title={say('report.title')}
      go={say('report.go')}
      submit={() => void submit()}
      missing={outlet === '' ? say('report.needsOutlet') : isBlank(title) ? '' : undefined}
      told={say('report.told')}
      busy={busy}
      error={error}
    >
      <OutletField outlet={outlet} change={(o) => change({ outlet: o, corrects: '' })} />
      <TextField both title={say('report.headline')} rows={2} most={300} required value={title} change={(t) => change({ title: t })} />
      <TextField both title={say('report.text')} rows={3} most={20_000} value={text} change={(t) => change({ text: t })} />
      {lead && <ClaimTaps claims={claims} change={(next) => change({ claims: next })} />}
      {readable.length > 0 && <Reads of={readable} reads={reads} change={(next) => change({ reads: next })} />}
      {earlier.length > 0 && (
        <Choose
          title={say('report.corrects')}
          data={[
            { value: '', label: say('speak.nothing') },
            ...earlier.map((r) => ({ value: r.id as string, label: `${words.time(r.at)} ${words.called(r.id)}` })),
          ]}
          value={corrects}
          change={(c) => change({ corrects: c })}
        />
      )}
    </PanelForm>
  );
}

/** What it has read: whatever was said of late and could be heard by it. */
function Reads({
  of,
  reads,
  change,
}: {
  readonly of: readonly (Statement | Report)[];
  readonly reads: readonly Id[];
  readonly change: (reads: readonly Id[]) => void;
}) {
  const { say, world } = useControl();
  const words = useSaidWords(world);
  return (
    <fieldset className="pb-reads">
      <legend>{say('report.reads')}</legend>
      {of.map((s) => (
        <Check key={s.id} checked={reads.includes(s.id)} onChange={(on) => change(on ? [...reads, s.id] : reads.filter((r) => r !== s.id))}>
          {words.time(s.at)} {isStatement(s) ? words.who(s.card.by ?? `party:${s.card.party}`) : words.who(s.card.outlet)}:{' '}
          {words.called(s.id)}
        </Check>
      ))}
    </fieldset>
  );
}
