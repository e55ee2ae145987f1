import type { Plugin } from 'vite';

export const NAMED: readonly string[];
export function catalogue(): Plugin;
