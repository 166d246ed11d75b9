import { ownTabs, readChoices } from '../../choices/choices';
import { classOf, ownClasses, readColumns } from '../../choices/own-columns';
import { sayPath } from '../../choices/path';
import { ownKinds } from '../../choices/to-content';
import type { Services } from '../../platform/services';
import { configFrom, nameOfConnection } from '../../settings/config';
import { tabs } from '../../tabs/tabs';
import { isStarted } from '../change';
import { findConnection } from '../connections/find-connection';
import { languageOf } from '../language';
import { openPage } from '../open-page';
import { done, refused, type Outcome } from '../outcome';
import { findVendor } from '../../vendors/registry';
import { sayEvent } from '../say-event';
import { speaker } from '../speak';
import { readSeenEvents } from './seen-events';

/** What the page of a connection's columns, events and pause shows. */
export type ChoicesPage = ReturnType<typeof readPage>;

/** Opens the page of one connection. */
export function openChoices(services: Services, id: string): Outcome {
  const known = findConnection(services, id);
  if (known.kind !== 'done') return known;
  if (!isStarted(known.value.settings)) return refused(speaker(services)('notStarted'));
  openPage(services, 'choices', { connection: id });
  return done(null);
}

/** The page of one connection; refused when it is gone. */
export function readChoicesPage(services: Services, id: string): Outcome<ChoicesPage> {
  const config = configFrom(services.properties.getAll());
  const isKnown = config.connections.some((one) => one.id === id);
  return isKnown ? done(readPage(services, id)) : refused(speaker(services)('connectionGone'));
}

function readPage(services: Services, id: string) {
  const speak = speaker(services);
  const language = languageOf(services.host.locale());
  const config = configFrom(services.properties.getAll());
  const connection = config.connections.find((one) => one.id === id);
  const vendor = connection === undefined ? undefined : findVendor(connection.vendor);
  const choices = readChoices(connection?.choices);
  const columns = readColumns(config.settings.ownColumns);
  const seen =
    connection === undefined
      ? { names: [], fields: [], isMasked: false }
      : readSeenEvents(services, connection);
  return {
    id,
    name: nameOfConnection(config, id),
    isPaused: choices.isPaused,
    columns: choices.sources.flatMap(({ id: column, tab, path }) => {
      const known = columns.find((one) => one.id === column);
      const place = { tab: tabs[tab].title[language], path: sayPath(path) };
      return known === undefined
        ? []
        : [
            {
              id: column,
              title: known.title,
              ...place,
              kind: speak(`own_${known.kind}`),
              personal: speak(`own_${classOf(column)}`),
            },
          ];
    }),
    events: [...new Set([...seen.names, ...choices.off])].sort().map((name) => ({
      name,
      title: sayEvent(vendor, name, language),
      isOn: !choices.off.includes(name),
    })),
    conditions: choices.conditions.map(({ path, values }) => ({
      path: JSON.stringify(path),
      said: sayPath(path),
      values: values.join('; '),
    })),
    fields: seen.fields,
    isMasked: seen.isMasked,
    tabs: ownTabs.map((tab) => ({ id: tab, name: tabs[tab].title[language] })),
    kinds: ownKinds.map((kind) => ({ id: kind, name: speak(`own_${kind}`) })),
    classes: ownClasses.map((one) => ({ id: one, name: speak(`own_${one}`) })),
  };
}
