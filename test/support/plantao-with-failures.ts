import { agentStatus, startPlantao, type Plantao } from './plantao';

/** A Plantão whose owner speaks the locale (`pt_BR`): one agent, an event that could not be read, and a token nobody knows. */
export async function startWithFailures(locale: string): Promise<Plantao> {
  const plantao = await startPlantao({ locale });
  await plantao.post('huggy', agentStatus());
  await plantao.post('huggy', agentStatus({ agents: [{ id: { nested: true } }] }));
  await plantao.post('huggy', agentStatus({ token: 'outro-token-7f3a' }));
  await plantao.settle();
  return plantao;
}
