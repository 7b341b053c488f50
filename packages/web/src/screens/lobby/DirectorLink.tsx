import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/icons.tsx';
import { becomeDirector } from './api.ts';
import { Failure } from './Failure.tsx';
import { useAct } from './useLobby.ts';

const COMMAND = './entente serve --new-director-link';

/** The one-time link: a button press spends it, so that a preview or a scanner in between cannot. */
export function DirectorLink({ token, done }: { readonly token: string; readonly done: () => void }) {
  const t = useWords('lobby');
  const act = useAct();
  const { failure } = act;
  const wrong = failure && [400, 401, 403, 404, 409, 410].includes(failure.status);
  if (wrong) return <Explained title={t('director.used')} text="director.usedText" alert />;
  return (
    <main className="lb-narrow">
      <h1 className="title">{t('director.title')}</h1>
      <p className="read">{t('director.text')}</p>
      <Button kind="main" size="large" busy={act.busy} onClick={() => act.run(async () => becomeDirector(token).then(done))}>
        {t('director.enter')}
      </Button>
      {failure?.status === 429 ? <p className="late">{t('director.tooMany')}</p> : <Failure failure={failure} />}
    </main>
  );
}

/** Somebody is here who is not the director, or not any more. */
export function NoDirector() {
  const t = useWords('lobby');
  return <Explained title={t('director.needed')} text="director.neededText" />;
}

function Explained({ title, text, alert = false }: { readonly title: string; readonly text: string; readonly alert?: boolean }) {
  const t = useWords('lobby');
  const [before, after] = t(text, { command: '⟦⟧' }).split('⟦⟧');
  return (
    <main className="lb-narrow" {...(alert ? { role: 'alert' } : {})}>
      <h1 className="title row">
        <Icon name={alert ? 'warning' : 'lock'} size={24} />
        {title}
      </h1>
      <p className="read">
        {before}
        <code>{COMMAND}</code>
        {after}
      </p>
      <p className="dim">{t('director.player')}</p>
    </main>
  );
}
