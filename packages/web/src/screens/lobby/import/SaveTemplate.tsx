import { type FormEvent, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button, IconButton } from '../../../kit/Button.tsx';
import { Dialog } from '../../../kit/Dialog.tsx';
import { TextField } from '../../../kit/form/TextField.tsx';
import { Failure } from '../Failure.tsx';
import { useAct } from '../useLobby.ts';
import { deleteTemplate, saveTemplate } from './api.ts';
import { forOffice, inForce } from './template.ts';
import type { ImportActs, ImportState } from './useImport.ts';

/** Keeps what was chosen under a name, for the next workbook of the same office; what is kept can be thrown away here too. */
export function SaveTemplate({ it, close }: { readonly it: ImportState & ImportActs; readonly close: () => void }) {
  const t = useWords('import');
  const act = useAct();
  const [name, setName] = useState(it.fitting?.name ?? '');
  const { reading } = it;
  if (!reading) return null;
  const taken = it.templates.some((s) => s.name.toLowerCase() === name.trim().toLowerCase());
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    const called = name.trim();
    if (called === '') return;
    const template = forOffice(inForce(it.map, reading));
    act.run(async () => {
      await saveTemplate(called, template);
      it.templateSaved(called, template);
      close();
    });
  };
  const forget = (called: string): void =>
    act.run(async () => {
      await deleteTemplate(called);
      it.forgetTemplate(called);
    });
  return (
    <Dialog open close={close} title={t('template.saveTitle')}>
      <form className="stack" onSubmit={submit}>
        <p className="dim">{t('template.saveText')}</p>
        <TextField title={t('template.name')} rows={1} most={100} value={name} change={setName} />
        {taken && <p className="small soon">{t('template.replaces')}</p>}
        <Failure failure={act.failure} />
        <div className="row">
          <Button kind="main" type="submit" busy={act.busy} disabled={name.trim() === ''}>
            {t('template.saveIt')}
          </Button>
          <Button kind="quiet" onClick={close}>
            {t('cancel')}
          </Button>
        </div>
      </form>
      {it.templates.length > 0 && (
        <ul className="im-templates">
          {it.templates.map((s) => (
            <li key={s.name} className="row">
              <span className="grow cut">{s.name}</span>
              <IconButton icon="close" size="small" label={t('template.delete', { name: s.name })} onClick={() => forget(s.name)} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
