import { useDraft } from '../connection/drafts.ts';
import { useSeat } from '../connection/SeatProvider.tsx';
import { useAct } from '../connection/useAct.ts';
import { useWords } from '../i18n/words.ts';
import { ActForm } from './form/ActForm.tsx';
import { TextField } from './form/TextField.tsx';
import { Icon } from './icons.tsx';

const NOTHING = { text: '' };

/** Only that there is an emergency goes to everybody; the words go to control: free text to all would be a leak. */
export function RaiseEmergency({ done }: { readonly done: () => void }) {
  const t = useWords('kit');
  const { door } = useSeat();
  const { run, busy, error } = useAct();
  const [{ text }, write, forget] = useDraft(door, 'emergency', NOTHING);
  const confirm = async () => {
    // What could not be said stays, and so does the way to say it.
    if (!(await run({ type: 'RaiseEmergency', text: text.trim() })).ok) return;
    done();
    forget();
  };
  return (
    <ActForm
      title={t('emergency.title')}
      headed
      go={
        <>
          <Icon name="warning" /> {t('emergency.confirm')}
        </>
      }
      submit={confirm}
      busy={busy}
      error={error}
      cancel={done}
    >
      <p className="read">{t('emergency.explain')}</p>
      <TextField
        title={t('emergency.textLabel')}
        help={t('emergency.textHelp')}
        most={2000}
        value={text}
        change={(words) => write({ text: words })}
      />
    </ActForm>
  );
}
