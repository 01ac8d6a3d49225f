/** Who is here. What somebody may do comes from the server, in the token. */

import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import * as account from '@/api/account'
import { access, type Identity } from '@/api/access'

const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('shopkeeper-session') : null

export const useSession = defineStore('session', () => {
  const identity = shallowRef<Identity | null>(null)
  const user = ref<account.User | null>(null)
  const known = ref(false)

  const isSignedIn = computed(() => !!identity.value && !identity.value.roles.includes('guest'))
  const isStaff = computed(() => (identity.value?.permissions.length ?? 0) > 0)

  access.onChange((now) => {
    if (now?.subject !== identity.value?.subject) user.value = null
    identity.value = now
  })

  /** Settle who is here; needed before a page that belongs to somebody. */
  async function settle(): Promise<void> {
    await access.current()
    if (isSignedIn.value && !user.value) user.value = await account.getMe()
    known.value = true
  }

  async function signIn(email: string, password: string): Promise<void> {
    await account.signIn(email, password)
    await arrived()
  }

  async function register(registration: account.Registration): Promise<void> {
    await account.register(registration)
    await arrived()
  }

  async function arrived(): Promise<void> {
    await settle()
    tabs?.postMessage('changed')
  }

  async function signOut(): Promise<void> {
    await account.signOut()
    tabs?.postMessage('changed')
  }

  function may(permission: string): boolean {
    const granted = identity.value?.permissions ?? []
    return granted.includes('*') || granted.includes(permission)
  }

  tabs?.addEventListener('message', () => location.reload())

  return { identity, user, known, isSignedIn, isStaff, may, settle, signIn, register, signOut }
})
