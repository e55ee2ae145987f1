// Starts the bridge (tests/bridge) and speaks with it. It ends when its input does, so it never outlives this program.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The bridge, once it serves: its address, the names of the states, and what can be asked of it. */
export async function startBridge(program, pages) {
  const child = spawn(program, [pages], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = new Promise((_, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`the bridge ended with ${code}`)));
  });
  gone.catch(() => {}); // Ended by us, later.
  const first = new Promise((line) => createInterface(child.stdout).once('line', line));
  const { address, states } = JSON.parse(await Promise.race([first, gone]));
  return {
    address,
    states,
    stop: () => child.stdin.end(),
    /** Puts a named state into a room; the view that is shown then. */
    async show(room, state, { language, theme }) {
      const query = new URLSearchParams({ state, language, theme });
      const answer = await fetch(`${address}${room}/show?${query}`, { method: 'POST' });
      if (!answer.ok) throw new Error(`the bridge does not show ${state}: ${answer.status}`);
      return answer.json();
    },
  };
}
