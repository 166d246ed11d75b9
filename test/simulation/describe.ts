import { describeTrouble } from './faults';
import type { RunResult } from './run';
import type { PlannedExecution, Scenario } from './scenario';
import type { Step } from './stepping';

const longestDetail = 70;

/** A failure as a person reads it: what was broken, the scenario, and each step that others could notice. */
export function describeFailure(scenario: Scenario, result: RunResult): string {
  return [
    `seed ${scenario.seed}: ${result.violations.length} promise(s) broken`,
    ...result.violations.map((violation) => `  ${violation}`),
    'scenario:',
    ...scenario.executions.map((planned) => `  ${describeExecution(planned)}`),
    ...scenario.faults.map(
      ({ execution, at, nth, trouble }) =>
        `  trouble in execution ${execution}, ${at} #${nth}: ${describeTrouble(trouble)}`,
    ),
    ...(scenario.start === 'fresh' ? [] : [`  the tabs are ${scenario.start}`]),
    'trace:',
    ...describeSteps(result).map((line) => `  ${line}`),
  ].join('\n');
}

function describeExecution({ number, task, part = 0 }: PlannedExecution): string {
  const name = `execution ${number}${part === 0 ? '' : ` (part ${part + 1})`}`;
  if (task.kind === 'delivery') return `${name}: doPost ${task.name} ${cut(task.body, 110)}`;
  if (task.kind === 'sweep') return `${name}: sweep`;
  return `${name}: a person runs ${task.functionName}(${task.args.join(', ')})`;
}

/** Calls that only read their own execution's things are left out, unless something went wrong there. */
const dull =
  /^(Utilities|Content|Html|TextOutput|Sheet\.(getRange|getMax|getName|getLastRow)|.*\.get(ScriptLock|ScriptCache|ScriptProperties|ActiveSpreadsheet|SheetById)$)/;

function describeSteps({ steps, numberOf }: RunResult): readonly string[] {
  const shown = steps.filter(({ name, trouble }) => trouble !== '' || !dull.test(name));
  return shown.map((step) => describeStep(step, numberOf(step.execution.id)));
}

function describeStep({ execution, name, call, trouble }: Step, number: number | null): string {
  const who = number === null ? 'quiet time  ' : `execution ${String(number).padEnd(2)}`;
  const args = call === null ? '' : call.args.map((value) => shorten(value)).join(', ');
  const what = `${who} ${execution.functionName.padEnd(8)} ${name} ${cut(args, longestDetail)}`;
  return `${what.trimEnd()}${trouble === '' ? '' : `  → ${trouble}`}`;
}

function shorten(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`;
}
