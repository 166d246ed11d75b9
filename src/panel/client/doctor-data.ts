/** What the server gives the page: see `../doctor/page.ts`. */
export interface DoctorPage {
  readonly version: string;
  readonly summary: string;
  readonly looked: string;
  readonly checks: readonly ShownCheck[];
  readonly account: string;
  readonly budgets: readonly ShownBudget[];
}

export interface ShownCheck {
  readonly id: string;
  readonly level: 'red' | 'amber' | 'green';
  readonly levelName: string;
  readonly title: string;
  readonly said: string;
  readonly mend: string;
  readonly mendName: string;
}

export interface ShownBudget {
  readonly title: string;
  readonly said: string;
  readonly percent: number;
  readonly level: 'red' | 'amber' | 'green';
}
