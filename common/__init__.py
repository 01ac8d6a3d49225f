"""What every service stands on; imports no service."""

import sys

# httpx imports its command line, and with it rich and pygments, where these happen to be installed (developers have
# them): 4 MB and 30 ms for each process of ours, none of which has a use for it.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # None is how Python is told not to import
