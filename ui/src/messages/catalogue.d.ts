// What the build makes of a language's files (vite.config.ts): each key with its pattern.
declare module 'virtual:catalogue/*' {
  const patterns: Record<string, import('@fluent/bundle').Message['value']>;
  export default patterns;
}
