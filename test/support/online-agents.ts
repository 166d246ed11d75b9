/** Huggy's delivery that says these agents went online, an event each. */
export const onlineAgents = (ids: readonly number[], atMs: number) => ({
  time: Math.floor(atMs / 1000),
  messages: {
    agentChangedStatus: ids.map((id) => ({ id, name: `Agente ${id}`, isOnline: true })),
  },
  token: 'um-token-so',
});
