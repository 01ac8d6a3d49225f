"""Who did what, when: written with the effect, never changed."""
