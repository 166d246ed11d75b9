import { copyFrom } from './copy-from';
import type { DoctorPage } from './doctor-data';
import { element, makeButton } from './elements';
import { say } from './page-data';
import { tell } from './work';

/** Everything that the page shows, as lines of text. */
function reportOf({ version, summary, checks, account, budgets }: DoctorPage): string {
  return [
    `Plantão ${version}. ${summary}`,
    ...checks.map(({ levelName, title, said }) => `${levelName}: ${title}. ${said}`),
    ...budgets.map(({ title, said, percent }) => `${title}: ${said} (${percent} %)`),
    account,
  ].join('\n');
}

/** A button that copies the report; where the browser refuses, the text stays to be copied by hand. */
export function reportButton(page: DoctorPage, place: HTMLElement): readonly HTMLElement[] {
  const button = makeButton(say('doctorReport'), 'quiet');
  const field = document.createElement('textarea');
  field.readOnly = true;
  field.rows = 6;
  field.value = reportOf(page);
  field.className = 'unseen';
  field.tabIndex = -1;
  field.setAttribute('aria-hidden', 'true');
  field.setAttribute('aria-label', say('doctorReport'));
  const box = element('div', 'report', '');
  button.addEventListener('click', () => {
    const isCopied = copyFrom(field);
    tell(place, isCopied ? 'done' : 'refused', say(isCopied ? 'doctorCopied' : 'doctorNotCopied'));
    if (isCopied) return button.focus();
    field.classList.remove('unseen');
    field.removeAttribute('aria-hidden');
    field.removeAttribute('tabindex');
    field.focus();
  });
  box.append(button, field);
  return [box];
}
