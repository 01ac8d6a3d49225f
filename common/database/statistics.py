"""What PostgreSQL's planner knows about our tables, while they grow from nothing.

A table that was never analysed counts as next to empty, and plans made for it, those that check foreign keys among
them, walk over all of it for every row: a first import got slower with each product, and a quote took 8 ms instead of
0.1. The server's own autovacuum looks once a minute, where it is not switched off.
"""

from sqlalchemy import text

from common.database.engine import Database

EVERY = 2.0  # seconds
_GROWN = text("""
    SELECT quote_ident(stats.schemaname) || '.' || quote_ident(stats.relname) AS name
    FROM pg_stat_user_tables AS stats JOIN pg_class ON pg_class.oid = stats.relid
    WHERE stats.schemaname = current_schema()
    AND stats.n_mod_since_analyze >= 500 AND stats.n_live_tup >= 1.5 * pg_class.reltuples
    AND pg_get_userbyid(pg_class.relowner) = current_user
""")


class PlannerStatistics:
    """Analyses each table of this service anew when it has grown by half, so a dozen times up to a million rows."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def refresh(self) -> list[str]:
        """The tables that had grown; one that another process is analysing is left to it."""
        async with self._database.reading() as session:  # each statement by itself: no lock outlives its table
            grown = list((await session.execute(_GROWN)).scalars())
            for name in grown:
                await session.execute(text(f"ANALYZE (SKIP_LOCKED) {name}"))
        return grown
