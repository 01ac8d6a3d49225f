"""SQL of providers and models."""
