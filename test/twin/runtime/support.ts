import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostObject, type ServiceDefinition } from '../../../src/twin/runtime/host-object';
import { bundleWorker, workerFile } from '../../../src/twin/runtime/bundle-worker';
import { EnumValue } from '../../../src/twin/runtime/host-object';
import type { Twin } from '../../../src/twin/runtime/twin';
import { startTwin, type TwinOptions } from '../../../src/twin/start-twin';

const started: Twin[] = [];
const folders: string[] = [];

/** A bundle folder with this code (and manifest fields); removed by `stopAll`. */
export function writeBundle(code: string, manifest: object = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'twin-bundle-'));
  folders.push(folder);
  writeFileSync(join(folder, 'Code.js'), code);
  const settings = { timeZone: 'America/Sao_Paulo', ...manifest };
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(settings));
  return folder;
}

/** Starts a twin in memory over this code, with the service `Probe` beside Google's. */
export async function start(
  code: string,
  options: Partial<TwinOptions> & { readonly manifest?: object } = {},
): Promise<Twin> {
  if (!existsSync(workerFile)) await bundleWorker();
  const { manifest, ...rest } = options;
  const extraServices = [makeProbe().service];
  const twin = startTwin({
    bundleDir: writeBundle(code, manifest),
    seed: 'tests',
    costMode: 'median',
    extraServices,
    ...rest,
  });
  started.push(twin);
  return twin;
}

/** Stops every twin that `start` gave, and removes the bundles. */
export async function stopAll(): Promise<void> {
  await Promise.all(started.splice(0).map((twin) => twin.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

/** Opens when it is told to; holds executions that call `Probe.pass`. */
export interface Gate {
  readonly waiting: number;
  open(): void;
}

/** A service of the host for tests: values there and back, errors, waiting. */
export function makeProbe(): { readonly service: ServiceDefinition; readonly gate: Gate } {
  const waiters: (() => void)[] = [];
  class Child extends HostObject {
    constructor(readonly name: string) {
      super();
    }
    getName(): string {
      return this.name;
    }
    itself(): this {
      return this;
    }
  }
  class Probe extends HostObject {
    readonly #child = new Child('child');
    echo(value: unknown): unknown {
      return value;
    }
    describe(...values: unknown[]): string {
      return values.map((value) => `${typeof value}:${String(value)}`).join(' ');
    }
    child(): Child {
      return this.#child;
    }
    nameOf(child: Child): string {
      return child.getName();
    }
    colour(): EnumValue {
      return new EnumValue('Colour', 'RED');
    }
    fail(): never {
      throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
    }
    later(): Promise<string> {
      return new Promise((resolve) => setTimeout(() => resolve('late'), 20));
    }
    pass(): Promise<void> {
      return new Promise((resolve) => void waiters.push(resolve));
    }
    _hidden(): string {
      return 'secret';
    }
  }
  return {
    service: { name: 'Probe', enums: { Colour: ['RED', 'BLUE'] }, create: () => new Probe() },
    gate: {
      get waiting() {
        return waiters.length;
      },
      open: () => {
        for (const resolve of waiters.splice(0)) resolve();
      },
    },
  };
}

/** Waits until a condition holds; the test's time limit ends it otherwise. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
}
