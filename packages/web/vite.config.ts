import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { onlyFolding } from './onlyFolding.ts';

/** One page for every screen; the server gives it for `/`, `/join` and `/s/DOOR/…`. Nothing is inlined: the page's policy allows no inline script. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), onlyFolding()],
  // The server puts a fresh nonce in the place of this word, so that the page's policy can forbid every other inline style.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_500,
    // What most screens and parts share is one file: in many small ones each is packed by itself, and a seat’s first screen grew by
    // 12 kB that nobody had written.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'common', minShareCount: 16 }] } } },
  },
  server: { host: '127.0.0.1' },
});
