import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import elementStyles from 'unplugin-element-plus/vite'
import { defineConfig } from 'vite'
import { compressed } from './tools/compressed.js'
import { shopConfiguration } from './tools/configuration.js'

export default defineConfig({
  plugins: [vue(), elementStyles({}), shopConfiguration(process.env.SHOP_URL), compressed()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: 'true', // Element Plus uses it
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    outDir: process.env.SITE_DIR ?? '../dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // the content security policy lets no inline script or font in
    reportCompressedSize: false,
  },
})
