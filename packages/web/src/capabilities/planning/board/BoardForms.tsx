import { grained, type Label, type Text } from '@entente/engine';
import { currentOption, redLineKept, scoreKept } from '@entente/engine/planning';
import { type Command, useNow, useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { ActForm, Details } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { LabelField } from '../../../kit/LabelField.tsx';
import { usePolicy } from '../../../kit/Labels.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { ClockField, clockMs } from '../../../kit/plan/ClockField.tsx';
import { type BoardFormProps, paragraphsOf } from './look.ts';
import { OptionForm } from './OptionForm.tsx';
import { useOptionName } from './Sentences.tsx';

export function BoardForms(props: BoardFormProps) {
  switch (props.form.form) {
    case 'steps':
      return <OptionForm {...props} />;
    case 'table':
      return <TableForm {...props} />;
    case 'ask':
      return <AskForm {...props} />;
    case 'criterion':
      return <WordsForm {...props} what="criterion" />;
    case 'redLine':
      return <WordsForm {...props} what="redLine" />;
    case 'reason':
      return <WordsForm {...props} what="reason" />;
  }
}

/** A few words for one’s own side, or a criterion for all. */
function WordsForm({ look, form, what }: BoardFormProps & { readonly what: 'criterion' | 'redLine' | 'reason' }) {
  const t = useWords('board');
  const text = useText();
  const name = useNamer();
  const { world } = useSeat();
  const called = useOptionName(look);
  const own = look.own ?? '';
  const score = form.option && form.criterion ? scoreKept(world, own, form.option, form.criterion) : undefined;
  const stood =
    what === 'reason' ? score?.reason : what === 'redLine' && form.option ? redLineKept(world, own, form.option)?.text : undefined;
  const { draft, change, run, busy, error, drop } = useForm<{ text: Text }>(
    `board ${look.board.id} ${what} ${form.option ?? ''} ${form.criterion ?? ''}`,
    () => ({ text: stood ?? '' }),
  );
  const blank = isBlank(draft.text);
  const words = blank ? {} : { text: sentText(draft.text) as never };
  const command = (): Command => {
    if (what === 'criterion') return { type: 'ProposeCriterion', board: look.board.id, name: sentText(draft.text) as never };
    if (what === 'redLine') return { type: 'KeepRedLine', option: form.option ?? '', ...words };
    return {
      type: 'KeepScore',
      option: form.option ?? '',
      criterion: form.criterion ?? '',
      ...(score?.score === undefined ? {} : { score: score.score }),
      ...(blank ? {} : { reason: sentText(draft.text) as never }),
    };
  };
  const cancel = () => {
    drop();
    look.begin(undefined);
  };
  const values = {
    option: form.option ? called(form.option) : '',
    criterion: text(world.planning.criteria.get(form.criterion ?? '')?.name),
  };
  return (
    <ActForm
      title={t(`form.${what}.title`, values)}
      go={t(blank && what === 'redLine' ? 'form.redLine.back' : `form.${what}.go`)}
      submit={async () => {
        if ((await run(command())).ok) look.begin(undefined);
      }}
      missing={blank && (what === 'criterion' || (what === 'redLine' && stood === undefined)) ? '' : undefined}
      told={what === 'criterion' ? t('form.criterion.told') : t('form.keptFor', { party: name(`party:${own}`) })}
      busy={busy}
      error={error}
      cancel={cancel}
      focus
    >
      <TextField
        both
        title={t(`form.${what}.words`)}
        help={what === 'redLine' ? t('form.redLine.help') : undefined}
        rows={what === 'criterion' ? 1 : 2}
        most={what === 'criterion' ? 300 : 2000}
        value={draft.text}
        change={(next) => change({ text: next })}
      />
    </ActForm>
  );
}

/** Asks the other sides to say what they think, by a time or without one. */
function AskForm({ look }: BoardFormProps) {
  const t = useWords('board');
  const name = useNamer();
  const { start } = useDirectory();
  const now = useNow(10_000);
  const { draft, change, run, busy, error, drop } = useForm(`board ${look.board.id} ask`, () => ({ time: '' }));
  const due = clockMs(draft.time, start, grained(now));
  const others = look.sides.filter((p) => p !== look.own).map((p) => name(`party:${p}`));
  return (
    <ActForm
      title={t('form.ask.title')}
      go={t('form.ask.go')}
      submit={async () => {
        if ((await run({ type: 'AskScores', board: look.board.id, ...(due === undefined ? {} : { due }) })).ok) look.begin(undefined);
      }}
      missing={draft.time.trim() !== '' && due === undefined ? t('form.ask.time') : undefined}
      told={t('form.ask.told', { who: others.join(', ') })}
      busy={busy}
      error={error}
      cancel={() => {
        drop();
        look.begin(undefined);
      }}
      focus
    >
      <ClockField title={t('form.ask.due')} now={now} value={draft.time} change={(time) => change({ time })} />
    </ActForm>
  );
}

/** Puts an option on the table as a text: its steps become paragraphs that all agree to. */
function TableForm({ look, form, open }: BoardFormProps) {
  const t = useWords('board');
  const policy = usePolicy();
  const called = useOptionName(look);
  const { world } = useSeat();
  const option = world.planning.options.get(form.option ?? '');
  const { draft, change, run, busy, error, drop } = useForm<{ title: Text; text: Text; label: Label }>(
    `board table ${form.option}`,
    () => ({
      title: option ? currentOption(option).card.name : '',
      text: '',
      label: policy.usual,
    }),
  );
  if (!option) return null;
  const { version, card } = currentOption(option);
  const paragraphs = paragraphsOf(sentText(draft.text));
  return (
    <ActForm
      title={t('form.table.title', { option: called(option.id) })}
      go={t('form.table.go')}
      submit={async () => {
        const answer = await run({
          type: 'TablePlan',
          option: option.id,
          version,
          title: sentText(draft.title) as never,
          label: draft.label,
          paragraphs: (paragraphs ?? []) as never,
        });
        if (!answer.ok) return;
        look.begin(undefined);
        open(answer.events[1] ?? answer.events[0] ?? '');
      }}
      missing={isBlank(draft.title) ? '' : paragraphs === undefined ? t('form.table.same') : undefined}
      told={t('form.table.told', { count: card.steps.length })}
      busy={busy}
      error={error}
      cancel={() => {
        drop();
        look.begin(undefined);
      }}
      focus
    >
      <TextField both title={t('form.table.name')} rows={1} most={300} required value={draft.title} change={(title) => change({ title })} />
      <TextField
        both
        title={t('form.table.before')}
        help={t('form.table.beforeHelp')}
        rows={2}
        most={20_000}
        value={draft.text}
        change={(next) => change({ text: next })}
      />
      <Details title={t('form.table.label')} says={draft.label}>
        <LabelField title={t('form.table.label')} value={draft.label} onChange={(label) => change({ label })} />
      </Details>
    </ActForm>
  );
}
