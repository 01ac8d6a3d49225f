"""The shop's agents behind the OpenAI-compatible wire, for clients that speak nothing else."""
