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
    manifest: 'manifest.json', // web_service reads which files a page is made of
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // the content security policy lets no inline script or font in
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What every page of the shop needs comes in two files, not in forty: each costs a request and its headers.
        codeSplitting: {
          groups: [
            { name: 'framework', test: /node_modules[\\/](@?vue|vue-router|pinia|vue-i18n|@intlify|openapi-fetch)[\\/]/ },
            {
              name: 'shop',
              test: /frontend[\\/]src[\\/](components|composables|stores|storefront[\\/]layout|api[\\/](access|account|cart|catalogue|config|exclusively|http|ids|problem)\.ts|i18n[\\/](index|format)\.ts)/,
            },
          ],
        },
      },
    },
  },
})
