import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { byScreen } from './byScreen.ts';
import { onlyFolding } from './onlyFolding.ts';

/** One page for every screen; the server gives it for `/`, `/join` and `/s/DOOR/…`. Nothing is inlined: the page's policy allows no inline script. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), onlyFolding(), byScreen()],
  // The server puts a fresh nonce in the place of this word, so that the page's policy can forbid every other inline style.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_500,
  },
  server: { host: '127.0.0.1' },
});
