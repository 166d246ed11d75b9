import type { DoctorPage, ShownBudget } from './doctor-data';
import { element } from './elements';
import { say } from './page-data';

/** What is used of what Google gives, a bar each; nothing before there is anything to count. */
export function budgetsView({ budgets, account }: DoctorPage): readonly HTMLElement[] {
  if (budgets.length === 0) return [];
  const section = element('section', 'budgets', '');
  const title = element('h2', '', say('doctorBudgets'));
  title.append(element('span', '', account));
  section.append(title, ...budgets.map(lineOf), element('p', 'hint', say('doctorMarks')));
  return [section];
}

function lineOf({ title, said, percent, level }: ShownBudget): HTMLElement {
  const line = element('div', 'budget', '');
  const bar = element('div', `bar ${level}`, '');
  const fill = element('span', '', '');
  fill.style.width = `${Math.min(percent, 100)}%`;
  bar.append(fill);
  bar.setAttribute('role', 'meter');
  bar.setAttribute('aria-label', title);
  bar.setAttribute('aria-valuemin', '0');
  bar.setAttribute('aria-valuemax', '100');
  bar.setAttribute('aria-valuenow', String(Math.min(percent, 100)));
  bar.setAttribute('aria-valuetext', said);
  line.append(element('span', '', title), element('span', 'amount', said), bar);
  return line;
}
