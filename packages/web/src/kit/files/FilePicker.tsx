import './files.css';
import { useId, useRef } from 'react';
import { usePreferences } from '../../i18n/preferences.ts';
import { hasWord, useWords } from '../../i18n/words.ts';
import { Button, IconButton } from '../Button.tsx';
import { kindOf, sizeWords } from './fileWords.ts';
import { LARGEST_MB, MOST_FILES, type Picked } from './picked.ts';
import type { Files } from './useFiles.ts';

/** Attaches files to what is being written: by button; the form around also takes dropped and pasted ones. */
export function FilePicker({ files }: { readonly files: Files }) {
  const t = useWords('files');
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  return (
    <div className="files">
      <div className="row wrap">
        <Button icon="attach" onClick={() => input.current?.click()} aria-describedby={hint}>
          {t('attach')}
        </Button>
        <span id={hint} className="small dim">
          {t('hint', { mb: LARGEST_MB, count: MOST_FILES })}
        </span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t('attach')}
          onChange={(e) => {
            files.add(e.currentTarget.files ?? []);
            // The same file may be chosen again after it was removed.
            e.currentTarget.value = '';
          }}
        />
      </div>
      {files.picked.length > 0 && (
        <ul className="files-list" aria-label={t('chosen')}>
          {files.picked.map((p) => (
            <PickedLine key={p.key} picked={p} remove={() => files.remove(p.key)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function PickedLine({ picked, remove }: { readonly picked: Picked; readonly remove: () => void }) {
  const t = useWords('files');
  const { language } = usePreferences();
  const { name, size, type, progress, problem } = picked;
  const state = problem
    ? t(hasWord('files', `problem.${problem}`) ? `problem.${problem}` : 'problem.not-sent', { mb: LARGEST_MB, count: MOST_FILES })
    : progress === undefined
      ? [type && t(`kind.${kindOf(type)}`), sizeWords(size, language)].filter(Boolean).join(' · ')
      : t('sending', { percent: Math.round(progress * 100) });
  return (
    <li className="row files-line">
      <span className="files-words">
        <span className="files-name">{name}</span>
        <span className={problem ? 'small late' : 'small dim'} role={problem ? 'alert' : undefined}>
          {state}
        </span>
        {progress !== undefined && <progress value={progress} max={1} aria-label={t('sendingName', { name })} />}
      </span>
      <IconButton icon="close" size="small" label={t('remove', { name })} onClick={remove} />
    </li>
  );
}
