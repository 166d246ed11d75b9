import { evolvyWalk } from '../../vendors/evolvy/api-walk';
import { trebleWalk } from '../../vendors/treble/api-walk';
import { huggyWalk } from '../../vendors/huggy/api-walk';
import { plugWalk } from '../../vendors/plug/api-walk';
import { weniWalk } from '../../vendors/weni/api-walk';
import type { ApiWalk } from '../../vendors/kit/api';
import type { VendorId } from '../../vendors/registry';

/** What can be fetched of each platform; of others the API lists nothing that their webhooks tell. */
const walks: Readonly<Partial<Record<VendorId, ApiWalk>>> = {
  huggy: huggyWalk,
  evolvy: evolvyWalk,
  treble: trebleWalk,
  plug: plugWalk,
  weni: weniWalk,
};

/** How that platform's lists are walked; null where nothing can be fetched. */
export const findWalk = (vendor: VendorId): ApiWalk | null => walks[vendor] ?? null;
