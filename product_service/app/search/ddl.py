"""The full-text index beside `search_documents`, in each database's own words.

SQLite: an FTS5 table over the documents' columns, kept in step by triggers. PostgreSQL: a generated tsvector with a
GIN index. MySQL and MariaDB: FULLTEXT indexes. Writers know nothing of it: they write documents.
"""

from sqlalchemy import Connection, text

COLUMNS = ("title", "vendor", "category", "attributes", "description")


def install_text_index(connection: Connection) -> None:
    """Make the text index; the documents table is there and empty."""
    for statement in STATEMENTS["mysql" if connection.dialect.name == "mariadb" else connection.dialect.name]:
        connection.execute(text(statement))


def _fts5() -> tuple[str, ...]:
    columns = ", ".join(COLUMNS)
    old = ", ".join(f"old.{name}" for name in COLUMNS)
    new = ", ".join(f"new.{name}" for name in COLUMNS)
    forget = f"INSERT INTO fts_products (fts_products, rowid, {columns}) VALUES ('delete', old.number, {old});"  # noqa: S608
    learn = f"INSERT INTO fts_products (rowid, {columns}) VALUES (new.number, {new});"  # noqa: S608
    table = "search_documents"
    return (
        f"CREATE VIRTUAL TABLE fts_products USING fts5({columns}, content='{table}', content_rowid='number', "
        "tokenize='porter unicode61')",
        f"CREATE TRIGGER {table}_inserted AFTER INSERT ON {table} BEGIN {learn} END",
        f"CREATE TRIGGER {table}_deleted AFTER DELETE ON {table} BEGIN {forget} END",
        f"CREATE TRIGGER {table}_updated AFTER UPDATE OF {columns} ON {table} BEGIN {forget} {learn} END",
    )


def _weighted(column: str, weight: str) -> str:
    return f"setweight(to_tsvector('english', {column}), '{weight}')"


STATEMENTS: dict[str, tuple[str, ...]] = {
    "sqlite": _fts5(),
    "postgresql": (
        "ALTER TABLE search_documents ADD COLUMN words tsvector GENERATED ALWAYS AS ("
        f"{_weighted('title', 'A')} || {_weighted('vendor', 'B')} || {_weighted('category', 'B')} || "
        f"{_weighted('attributes', 'D')} || {_weighted('description', 'C')}) STORED",
        "CREATE INDEX ix_search_documents_words ON search_documents USING gin (words)",
    ),
    "mysql": (
        "CREATE FULLTEXT INDEX ix_search_documents_title ON search_documents (title)",
        "CREATE FULLTEXT INDEX ix_search_documents_words ON search_documents "
        "(title, vendor, category, attributes, description)",
    ),
}
