// ?page=NAME&lang=en&theme=dark&env=live&text=200 shows one view. Without a page: the first start.
import { mount } from 'svelte';
import App from '../src/App.svelte';
import type { Backend } from '../src/backend/backend';
import type { Intent, View } from '../src/backend/contract.gen';
import { session } from '../src/session.svelte';
import '../node_modules/dkfds/dist/css/dkfds.min.css';
import '../src/styles/all.css';
import { fixtures } from './fixtures';
import './preview.css';

const asked = new URLSearchParams(location.search);
if (asked.get('text') === '200') document.documentElement.classList.add('double');

const named = (name: string): View => {
  const make = fixtures[name];
  if (!make) throw new Error(`no fixture ${name}; there are ${Object.keys(fixtures).join(', ')}`);
  return {
    ...make,
    environment: asked.get('env') === 'live' ? 'live' : 'practice',
    language: asked.get('lang') === 'en' ? 'english' : 'danish',
    theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
  };
};

let view = named(asked.get('page') ?? 'welcome');

function after(intent: Intent): View {
  switch (intent.is) {
    case 'go': {
      const name = intent.to.is === 'part' ? intent.to.part : intent.to.is === 'case' ? 'tasks' : intent.to.is;
      return named(name);
    }
    case 'setLanguage':
      return { ...view, language: intent.language };
    case 'setTheme':
      return { ...view, theme: intent.theme };
    case 'search':
      return named('searchFound');
    case 'searchOn':
      return named('searchAll');
    case 'takeFound':
      return named('organisationBlocked');
    case 'attachDocument':
      return named('documentsReady');
    case 'removeDocument':
      return named('documentsMissing');
    case 'chooseToCheck':
      return named('verifyGenuine');
    case 'chooseCopyFolder':
      return named('settingsCopies');
    case 'forgetCopyFolder':
      return named('settings');
    case 'keepRegisterKey':
      return named('settingsKept');
    case 'forgetRegisterKey':
      return named('settingsOpen');
    case 'readProblem':
      return { ...view, problem: null };
    default:
      return view;
  }
}

const backend: Backend = {
  view: async () => view,
  send: async (intent) => {
    console.info(JSON.stringify(intent));
    view = { ...after(intent), revision: view.revision + 1 };
    return view;
  },
  onView: async () => undefined,
};

const target = document.getElementById('window');
if (!target) throw new Error('no place for the window');
mount(App, { target });
await session.start(backend);
