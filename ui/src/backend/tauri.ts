// The core behind Tauri's two commands and one event. The only file that may import @tauri-apps.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { View } from './contract.gen';
import type { Core } from './core';

export function tauri(): Core {
  return {
    view: () => invoke<View>('view'),
    send: (intent) => invoke<View>('send', { intent }),
    onView: async (show) => {
      await listen<View>('view', (event) => show(event.payload));
    },
  };
}
