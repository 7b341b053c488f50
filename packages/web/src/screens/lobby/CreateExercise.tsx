import { type FormEvent, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { TextField } from '../../kit/form/TextField.tsx';
import { EmptyState } from '../../kit/Panel.tsx';
import { createExercise, type Lobby, type ScenarioCard } from './api.ts';
import { BackToLobby } from './BackToLobby.tsx';
import { Failure } from './Failure.tsx';
import { NewLinks } from './LinksPage.tsx';
import { CheckChip, Measures } from './ScenarioCards.tsx';
import { Steps } from './Steps.tsx';
import { checkResult, firstUsable, freeTitle } from './scenarioCards.ts';
import { useAct } from './useLobby.ts';

export interface CreateProps {
  readonly lobby: Lobby;
  /** Chosen already, from a card. */
  readonly scenario?: string | undefined;
}

/** Three steps: a scenario, a title, the links. Each comes with what most people want. */
export function CreateExercise({ lobby, scenario: given }: CreateProps) {
  const t = useWords('lobby');
  const usable =
    lobby.scenarios.find((s) => s.id === given && checkResult(s.problems).state !== 'mistakes') ?? firstUsable(lobby.scenarios);
  const [chosen, choose] = useState(usable?.id);
  const [step, setStep] = useState<'scenario' | 'name'>(given === usable?.id && given !== undefined ? 'name' : 'scenario');
  const [made, setMade] = useState<string>();
  const scenario = lobby.scenarios.find((s) => s.id === chosen);
  if (made !== undefined) {
    return (
      <main className="lb-page lb-form">
        <Steps at="links" />
        <NewLinks exercise={made} />
      </main>
    );
  }
  return (
    <main className="lb-page lb-form">
      <BackToLobby />
      <h1 className="title">{t('create.title')}</h1>
      <Steps at={step} />
      {!scenario && <EmptyState title={t('scenarios.none')}>{t('create.none')}</EmptyState>}
      {scenario && step === 'scenario' && (
        <ChooseScenario scenarios={lobby.scenarios} chosen={scenario.id} choose={choose} next={() => setStep('name')} />
      )}
      {scenario && step === 'name' && (
        <NameIt key={scenario.id} scenario={scenario} lobby={lobby} back={() => setStep('scenario')} done={setMade} />
      )}
    </main>
  );
}

interface ChooseProps {
  readonly scenarios: readonly ScenarioCard[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
  readonly next: () => void;
}

function ChooseScenario({ scenarios, chosen, choose, next }: ChooseProps) {
  const t = useWords('lobby');
  return (
    <form
      className="stack"
      onSubmit={(e) => {
        e.preventDefault();
        next();
      }}
    >
      <fieldset className="lb-choices">
        <legend className="read strong">{t('create.which')}</legend>
        <p className="dim">{t('create.whichText')}</p>
        {scenarios.map((s) => (
          <Choice key={s.id} scenario={s} checked={s.id === chosen} choose={() => choose(s.id)} />
        ))}
      </fieldset>
      <div className="row">
        <Button kind="main" type="submit">
          {t('create.next')}
        </Button>
      </div>
    </form>
  );
}

function Choice({
  scenario,
  checked,
  choose,
}: {
  readonly scenario: ScenarioCard;
  readonly checked: boolean;
  readonly choose: () => void;
}) {
  const t = useWords('lobby');
  const text = useText();
  const check = checkResult(scenario.problems);
  const broken = check.state === 'mistakes';
  return (
    <label className={`lb-choice${checked ? ' chosen' : ''}`}>
      <input type="radio" name="scenario" checked={checked} disabled={broken} onChange={choose} />
      <span className="stack grow">
        <span className="row wrap">
          <span className="read strong grow">{text(scenario.title)}</span>
          <CheckChip check={check} />
        </span>
        {broken ? <span className="late">{t('create.cannot')}</span> : <span className="dim">{text(scenario.summary)}</span>}
        {!broken && <Measures scenario={scenario} />}
      </span>
    </label>
  );
}

interface NameProps {
  readonly scenario: ScenarioCard;
  readonly lobby: Lobby;
  readonly back: () => void;
  readonly done: (id: string) => void;
}

function NameIt({ scenario, lobby, back, done }: NameProps) {
  const t = useWords('lobby');
  const text = useText();
  const act = useAct();
  // Left as it is, the scenario's own title stays in both languages.
  const own = text(scenario.title);
  const [title, setTitle] = useState(() =>
    freeTitle(
      own,
      lobby.exercises.map((e) => text(e.title)),
    ),
  );
  const [empty, setEmpty] = useState(false);
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    setEmpty(title.trim() === '');
    if (title.trim() !== '') act.run(async () => done(await createExercise(scenario.id, title.trim() === own ? undefined : title.trim())));
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        title={t('create.called')}
        help={t('create.calledText')}
        rows={1}
        most={200}
        value={title}
        change={setTitle}
        error={empty ? t('create.noTitle') : undefined}
      />
      <Failure failure={act.failure} />
      <div className="row">
        <Button kind="main" type="submit" busy={act.busy}>
          {act.busy ? t('create.creating') : t('create.go')}
        </Button>
        <Button onClick={back} disabled={act.busy}>
          {t('create.back')}
        </Button>
      </div>
    </form>
  );
}
