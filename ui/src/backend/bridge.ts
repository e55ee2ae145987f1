// The real core behind a loopback test bridge, so that the same pages run, and are tested, in an ordinary browser.
import type { Backend } from './backend';
import type { View } from './contract.gen';

export function bridge(port: string): Backend {
  const address = `http://127.0.0.1:${port}`;
  const ask = async (path: string, request?: RequestInit): Promise<View> => {
    const answer = await fetch(address + path, request);
    if (!answer.ok) throw new Error(`bridge: ${answer.status}`);
    return (await answer.json()) as View;
  };
  return {
    view: () => ask('/view'),
    send: (intent) =>
      ask('/send', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(intent) }),
    onView: (show) =>
      new Promise((listening, failed) => {
        const views = new EventSource(`${address}/views`);
        views.onmessage = (event: MessageEvent<string>) => show(JSON.parse(event.data) as View);
        views.onopen = () => listening();
        views.onerror = () => failed(new Error('bridge: no views'));
      }),
  };
}
