/** Starts the shop window. */

import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n'
import { nameByRoute, nameTheTab, router } from './router'
import { usePreferences } from './stores/preferences'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'

const app = createApp(App).use(createPinia()).use(i18n)
const preferences = usePreferences()
const speaking = preferences.speak(preferences.language)
app.use(router) // the first page is fetched beside the words that stand on it
await Promise.allSettled([speaking, router.isReady()])
nameByRoute(router.currentRoute.value)
nameTheTab()
app.mount('#app')
