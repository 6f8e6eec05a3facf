"""What what_if.py wrote, counted by DuckDB: `report.py FOLDER`."""

import pathlib
import sys

import duckdb

SQL = pathlib.Path(__file__).resolve().parent / "report.sql"


def counted(folder):
    """A database with the views of report.sql."""
    database = duckdb.connect()
    database.execute("SET VARIABLE plans = ?", [f"{folder}/*.parquet"])
    database.execute(SQL.read_text(encoding="utf-8"))
    return database


if __name__ == "__main__":
    plans = counted(sys.argv[1])
    for view in ("saved", "helped"):
        plans.sql(f"FROM {view}").show(max_width=160)
