import type { Runner } from '../../runtime/runner';
import type { TriggerRecord } from '../../services/triggers/triggers';
import type { WorkbookState } from '../cells/workbook-state';
import { describeEdit } from './edit-event';
import { createEditQueue, type EditQueue } from './edit-queue';
import { typeIntoCell, type TypedEdit } from './typed-edit';

export interface EditParts {
  readonly workbook: WorkbookState;
  readonly clock: { now(): number };
  readonly owner: string;
  readonly runner: Pick<Runner, 'startSimple' | 'startTrigger'>;
  readonly triggers: { list(): readonly TriggerRecord[] };
}

/** Creates what a person's typing does: the cell is written, then `onEdit` and the installed triggers run. */
export function createEdits(parts: EditParts): (edit: TypedEdit) => Promise<void> {
  const queues = new Map<string, EditQueue>();
  const queueOf = (name: string): EditQueue => {
    const queue = queues.get(name) ?? createEditQueue();
    queues.set(name, queue);
    return queue;
  };
  const { workbook, clock, owner, runner, triggers } = parts;
  return async (edit) => {
    const done = typeIntoCell(workbook, edit, clock.now());
    const installed = triggers.list().filter(({ event }) => event === 'ON_EDIT');
    await Promise.all([
      queueOf('onEdit').add(async () => {
        await runner.startSimple('onEdit', describeEdit(done, owner, null))?.done;
      }),
      ...installed.map(({ id, functionName, user }) =>
        queueOf(id).add(async () => {
          await runner.startTrigger(functionName, describeEdit(done, user, id), user).done;
        }),
      ),
    ]);
  };
}
