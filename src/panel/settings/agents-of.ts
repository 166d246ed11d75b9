import { readAgents, type KnownAgent } from '../../intake/views/read-agents';
import { reloadConfig } from '../../settings/config-cache';
import { MissingTab } from '../../tabs/missing-tab';
import type { SettingsDesk } from './section';

/** Every agent that Agora knows; none while the tab is gone. */
export function agentsOf({ services }: SettingsDesk): readonly KnownAgent[] {
  try {
    return readAgents(services, reloadConfig(services)).known;
  } catch (error) {
    if (error instanceof MissingTab) return [];
    throw error;
  }
}
