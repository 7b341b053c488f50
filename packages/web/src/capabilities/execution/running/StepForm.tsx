import { type Address, grained, type Ms, type Text } from '@entente/engine';
import { delegation, type Forum, type Member } from '@entente/engine/consultation';
import { leadOf, type Task } from '@entente/engine/execution';
import { type Command, useNow } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { useNamer } from '../../../kit/Names.tsx';
import { ClockField, clockMs } from '../../../kit/plan/ClockField.tsx';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';

export type FormAct = 'report' | 'block' | 'hand' | 'fail' | 'happened';

interface Draft {
  readonly text: Text;
  readonly time: string;
  readonly on: string;
  readonly to: string;
}
interface Props {
  readonly act: FormAct;
  readonly task: Task;
  readonly forum: Forum;
  readonly member: Member;
  readonly done: () => void;
}

/** Reports on a step: when it will end, what it waits for, who leads it from now on, that it has failed, or when it really happened. */
export function StepForm(props: Props) {
  const { act, task, done } = props;
  const t = useWords('running');
  const { moments } = usePlanWords();
  const { start } = useDirectory();
  const now = useNow(10_000);
  const form = useForm<Draft>(`step ${act} ${task.id}`, () => ({ text: '', time: '', on: '', to: '' }));
  const { draft, busy, error } = form;
  const at = clockMs(draft.time, start, grained(now));
  const command = commandOf(act, task, draft, at);
  const submit = async () => {
    if (command && (await form.run(command)).ok) done();
  };
  return (
    <ActForm
      title={t(`form.title.${act}`)}
      go={t(act === 'happened' ? (task.started ? 'form.go.ended' : 'form.go.began') : `form.go.${act}`)}
      submit={submit}
      missing={command ? undefined : t(`form.lacks.${act}`)}
      told={act === 'report' && at !== undefined ? t('form.told.at', { moments: moments(at) }) : t('form.told.all')}
      danger={act === 'fail'}
      busy={busy}
      error={error}
      cancel={() => {
        form.drop();
        done();
      }}
      focus
    >
      <Fields {...props} now={now} draft={draft} change={form.change} />
    </ActForm>
  );
}

interface FieldsProps extends Props {
  readonly now: Ms;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}
function Fields({ act, task, forum, member, now, draft, change }: FieldsProps) {
  const t = useWords('running');
  const name = useNamer();
  const words = (
    <TextField
      both
      title={t(`form.text.${act}`)}
      rows={2}
      most={2000}
      required={act === 'fail'}
      value={draft.text}
      change={(text) => change({ text })}
    />
  );
  const named = (some: readonly string[]) => some.map((a) => ({ value: a, label: name(a.includes(':') ? a : `party:${a}`) }));
  switch (act) {
    case 'happened':
      return (
        <ClockField
          title={t(task.started ? 'form.ended' : 'form.began')}
          help={t('form.happenedHelp')}
          now={now}
          required
          value={draft.time}
          change={(time) => change({ time })}
        />
      );
    case 'hand': {
      const seats = delegation(forum, member.party).filter((s) => s !== leadOf(task));
      return (
        <Choose
          title={t('form.to')}
          required
          data={[{ value: '', label: t('form.choose') }, ...named(seats)]}
          value={draft.to}
          change={(to) => change({ to })}
        />
      );
    }
    case 'block': {
      const others = forum.card.members.filter((m) => m.party !== member.party).map((m) => m.party);
      return (
        <>
          <Choose
            title={t('form.on')}
            data={[{ value: '', label: t('form.onNobody') }, ...named(others)]}
            value={draft.on}
            change={(on) => change({ on })}
          />
          {words}
        </>
      );
    }
    case 'report':
      return (
        <>
          <ClockField title={t('form.ends')} now={now} value={draft.time} change={(time) => change({ time })} />
          {words}
        </>
      );
    case 'fail':
      return words;
  }
}

/** What is sent; undefined while something is missing. */
function commandOf(act: FormAct, { id: task, started }: Task, { text: typed, on, to }: Draft, at: Ms | undefined): Command | undefined {
  const text = isBlank(typed) ? undefined : (sentText(typed) as never);
  const said = text === undefined ? {} : { text };
  switch (act) {
    case 'report':
      return at === undefined && text === undefined
        ? undefined
        : { type: 'ReportStep', task, ...said, ...(at === undefined ? {} : { ends: at }) };
    case 'block':
      return on === '' && text === undefined ? undefined : { type: 'BlockStep', task, ...said, ...(on === '' ? {} : { on }) };
    case 'hand':
      return to === '' ? undefined : { type: 'HandOverStep', task, to: to as Address };
    case 'fail':
      return text === undefined ? undefined : { type: 'FailStep', task, text };
    case 'happened':
      return at === undefined ? undefined : { type: started ? 'FinishStep' : 'StartStep', task, happened: at };
  }
}
