/** Made by vite.config.ts: the address of the engine's worker. */
declare module 'virtual:engine-url' {
  const url: string;
  export default url;
}
