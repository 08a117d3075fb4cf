/** A portal's clock hook: a POST of `{ "avance": "3660 s" }`. Its refusal is the harness's trouble, not a finding. */
export async function advanceByHttp(url: string, milliseconds: number): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ avance: `${Math.ceil(milliseconds / 1000)} s` }),
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok)
    throw new Error(`L'horloge du portail (${url}) a répondu ${response.status} au lieu d'avancer.`);
}
