import './files.css';
import type { AttachmentCard } from '@entente/engine';
import { useState } from 'react';
import { useSeat } from '../../connection/SeatProvider.tsx';
import { usePreferences } from '../../i18n/preferences.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../icons.tsx';
import { fileUrl, kindOf, previewOf, sizeWords } from './fileWords.ts';

/** The files that came with something: pictures to look at, PDF to open in place, the rest to save. */
export function Attached({ cards }: { readonly cards: readonly AttachmentCard[] | undefined }) {
  const t = useWords('files');
  if (!cards || cards.length === 0) return null;
  return (
    <section className="files" aria-label={t('attached', { count: cards.length })}>
      <h3 className="eyebrow">{t('attached', { count: cards.length })}</h3>
      <ul className="files-list">
        {cards.map((card) => (
          <AttachedFile key={card.id} card={card} />
        ))}
      </ul>
    </section>
  );
}

function AttachedFile({ card }: { readonly card: AttachmentCard }) {
  const t = useWords('files');
  const { door } = useSeat();
  const { language } = usePreferences();
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const preview = previewOf(card);
  const url = fileUrl(door, card.id);
  return (
    <li className="files-card">
      <div className="row wrap files-line">
        <Icon name={preview === 'picture' ? 'picture' : 'attach'} />
        <span className="files-words">
          <span className="files-name">{card.name}</span>
          <span className="small dim">
            {t(`kind.${kindOf(card.type)}`)} · {sizeWords(card.size, language)}
          </span>
        </span>
        {preview === 'pdf' && (
          <Button size="small" kind="quiet" icon="eye" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'hide' : 'show')}
          </Button>
        )}
        <a
          className="btn quiet small"
          href={fileUrl(door, card.id, true)}
          download={card.name}
          aria-label={t('saveName', { name: card.name })}
        >
          <Icon name="download" />
          {t('save')}
        </a>
      </div>
      {preview === 'picture' && !failed && (
        <a className="files-picture" href={url} target="_blank" rel="noreferrer" title={t('larger')}>
          <img src={url} alt={t('pictureName', { name: card.name })} loading="lazy" onError={() => setFailed(true)} />
        </a>
      )}
      {failed && (
        <p className="small late" role="alert">
          {t('notLoaded')}
        </p>
      )}
      {preview === 'pdf' && open && <iframe className="files-pdf" src={`${url}#navpanes=0&view=FitH`} title={card.name} />}
    </li>
  );
}
