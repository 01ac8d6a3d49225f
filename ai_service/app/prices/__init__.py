"""What model calls cost: prices by model, each valid from a moment on."""
