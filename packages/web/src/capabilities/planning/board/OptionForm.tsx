import { currentOption, type PlanOption } from '@entente/engine/planning';
import { type ReactNode, useState } from 'react';
import { type Command, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { ActForm, Details } from '../../../kit/form/ActForm.tsx';
import { isBlank, TextField } from '../../../kit/form/TextField.tsx';
import { type Form, useForm } from '../../../kit/form/useForm.ts';
import { useNamer } from '../../../kit/Names.tsx';
import type { BoardFormProps } from './look.ts';
import { Steps } from './OptionSteps.tsx';
import { cardOf, draftOfCard, type OptionDraft } from './optionDraft.ts';
import { StepEditor } from './StepEditor.tsx';
import { EMPTY } from './stepDraft.ts';

/** An option with its steps, new or changed: written in the matrix itself, which shows at once when each step would come and what is wrong. */
export function OptionForm(props: BoardFormProps) {
  const t = useWords('board');
  const { world } = useSeat();
  const { board } = props.look;
  const option = world.planning.options.get(props.form.option ?? '');
  const [selected, select] = useState<string | undefined>();
  // Kept here: whoever looks at another step meanwhile finds the new one as they left it.
  const [fresh, setFresh] = useState(EMPTY);
  const [unread, setUnread] = useState(false);
  const choose = (step: string | undefined) => {
    setUnread(false);
    select(step);
  };
  const form = useForm<OptionDraft>(`board ${board.id} option ${props.form.option ?? 'new'}`, () =>
    draftOfCard(option && currentOption(option)),
  );
  const matrix = <Steps look={props.look} steps={form.draft.steps} selected={selected} select={choose} />;
  return (
    <div className="op-form">
      <Written
        {...props}
        form={form}
        option={option}
        unfinished={isBlank(fresh.text) ? (unread ? t('optionForm.unread') : undefined) : t('optionForm.notAdded')}
      >
        {matrix}
        <StepEditor
          key={selected ?? 'new'}
          forum={props.look.forum}
          steps={form.draft.steps}
          selected={selected}
          select={choose}
          fresh={fresh}
          setFresh={setFresh}
          setUnread={setUnread}
          change={(steps) => form.change({ steps })}
        />
      </Written>
    </div>
  );
}

interface WrittenProps extends Pick<BoardFormProps, 'look'> {
  readonly form: Form<OptionDraft>;
  readonly option: PlanOption | undefined;
  /** What of a step is typed and would not go with it, in words. */
  readonly unfinished: string | undefined;
  readonly children: ReactNode;
}

/** What an option says besides its steps, and the way to the board. */
function Written({ look, form: { draft, change, run, busy, error, drop }, option, unfinished, children }: WrittenProps) {
  const t = useWords('board');
  const name = useNamer();
  const { board, sides, begin, own } = look;
  const card = cardOf(draft);
  const newer = option !== undefined && currentOption(option).version !== draft.version;
  const submit = async () => {
    const command = option
      ? { type: 'ChangeOption', option: option.id, version: draft.version, ...card }
      : { type: 'TableOption', board: board.id, ...card };
    if ((await run(command as unknown as Command)).ok) begin(undefined);
  };
  const others = sides.filter((p) => p !== own).map((p) => name(`party:${p}`));
  return (
    <ActForm
      title={t(option ? 'optionForm.change' : 'optionForm.title')}
      go={t(option ? 'optionForm.goChange' : 'optionForm.go')}
      submit={submit}
      missing={isBlank(draft.name) ? '' : card === undefined ? t('form.table.same') : newer ? t('optionForm.newer') : unfinished}
      told={t('optionForm.told', { who: others.join(', ') })}
      busy={busy}
      error={error}
      cancel={() => {
        drop();
        begin(undefined);
      }}
      cancelWords={t('optionForm.drop')}
      focus
    >
      <TextField
        both
        title={t('optionForm.name')}
        rows={1}
        most={300}
        required
        value={draft.name}
        change={(next) => change({ name: next })}
      />
      <Details title={t('optionForm.details')} open={option === undefined}>
        <TextField both title={t('optionForm.text')} rows={2} most={5000} value={draft.text} change={(text) => change({ text })} />
        {(['assumptions', 'risks'] as const).map((what) => (
          <TextField
            key={what}
            both
            title={t(`optionForm.${what}`)}
            help={t('optionForm.lines')}
            rows={2}
            most={10_000}
            value={draft[what]}
            change={(next) => change({ [what]: next })}
          />
        ))}
        {sides.map((p) => (
          <TextField
            key={p}
            both
            title={t('optionForm.contribution', { party: name(`party:${p}`) })}
            rows={1}
            most={1000}
            value={draft.contributions[p] ?? ''}
            change={(next) => change({ contributions: { ...draft.contributions, [p]: next } })}
          />
        ))}
      </Details>
      {children}
    </ActForm>
  );
}
