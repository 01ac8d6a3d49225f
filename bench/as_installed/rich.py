"""Stands before rich on the measured suite's path.

httpx and structlog import rich where they find it, and only developers have it. A shop that was installed from
requirements.txt goes without, 18 MB lighter, and so does the one that is measured.
"""

raise ImportError("not among what a shop runs on")
