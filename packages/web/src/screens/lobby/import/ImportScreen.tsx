import './import.css';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { Drop } from '../../../kit/Drop.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { TopBar } from '../../../kit/TopBar.tsx';
import { useTitle } from '../../../kit/title.ts';
import { NoDirector } from '../DirectorLink.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { Foot } from './Foot.tsx';
import { MadeOfIt } from './MadeOfIt.tsx';
import { Mapping } from './Mapping.tsx';
import { SaveTemplate } from './SaveTemplate.tsx';
import { type ImportActs, type ImportState, useImport } from './useImport.ts';

/** A planner's sheet becomes a running exercise: choose it, see what is read and why, settle what is not sure, import, seat people, start. */
export function ImportScreen() {
  const t = useWords('import');
  const it = useImport();
  useTitle(0, t('title'));
  const { failure, reading, imported, file } = it;
  const mapping = reading !== undefined && imported === undefined;
  return (
    <>
      <TopBar
        start={
          <>
            <a className="im-back" href="#/" aria-label={t('back')} title={t('back')}>
              <Icon name="back" />
            </a>
            <h1 className="title">{t('title')}</h1>
            {file && reading && (
              <div className="im-file">
                <span className="strong cut">{file.name}</span>
                <span className="small dim im-wide">{t('readHere', { count: reading.sheets.length })}</span>
              </div>
            )}
          </>
        }
        acts={mapping ? <TemplateActs it={it} /> : undefined}
      />
      {failure?.status === 401 || failure?.status === 403 ? (
        <NoDirector />
      ) : imported ? (
        <MadeOfIt imported={imported} another={it.another} />
      ) : mapping && reading ? (
        <>
          <Mapping it={it} reading={reading} />
          <Foot it={it} reading={reading} />
        </>
      ) : (
        <ChooseFile it={it} />
      )}
    </>
  );
}

function TemplateActs({ it }: { readonly it: ImportState & ImportActs }) {
  const t = useWords('import');
  const [saving, save] = useState(false);
  const { fitting, templates } = it;
  return (
    <>
      {fitting && (
        <Chip tone="met" icon="check">
          {t('template.fits', { name: fitting.name, fits: fitting.fits, of: fitting.of })}
        </Chip>
      )}
      {templates.length > 0 && (
        <Drop
          kind="menu"
          side="below"
          label={t('template.choose')}
          button={(given) => (
            <Button {...given} icon="folder">
              {t('template.choose')}
            </Button>
          )}
        >
          {templates.map((template) => (
            <button
              key={template.name}
              type="button"
              role="menuitemradio"
              aria-checked={fitting?.name === template.name}
              onClick={() => it.use(template.name)}
            >
              {template.name}
            </button>
          ))}
          <button type="button" role="menuitemradio" aria-checked={fitting === undefined} onClick={() => it.use(undefined)}>
            {t('template.none')}
          </button>
        </Drop>
      )}
      <Button icon="download" onClick={() => save(true)}>
        {t('template.save')}
      </Button>
      <Button onClick={it.another}>{t('another')}</Button>
      {saving && <SaveTemplate it={it} close={() => save(false)} />}
    </>
  );
}
