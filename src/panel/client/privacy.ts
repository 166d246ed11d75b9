import { placeOf } from './elements';
import { pressOnEnter } from './enter';
import { extraCards } from './extras';
import { archiveCard } from './privacy-archive';
import { maskCards, type MasksPage } from './privacy-masks';
import { retentionCard, type RetentionPage } from './privacy-retention';
import { subjectCards } from './privacy-subject';
import { load } from './work';

interface PrivacyPage extends MasksPage {
  readonly retention: RetentionPage;
  readonly isErasing: boolean;
}

function showAll(page: PrivacyPage): void {
  placeOf('privacy').replaceChildren(
    ...subjectCards(page.isErasing),
    retentionCard(page.retention),
    archiveCard(),
    ...extraCards(),
    ...maskCards(page),
  );
}

pressOnEnter();
load({ place: placeOf('privacy'), action: 'readPrivacy', show: showAll });
