"""examples/spark: a population of invented births over Spark's partitions, read by DuckDB."""

import importlib
import shutil
import subprocess
import sys

import pytest

from conftest import SPARK

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: python3 -m pip install 'birthcase[frame]'")

BIRTHS, SEED = 400, 7


@pytest.fixture(scope="module")
def example():
    """The modules of the example, with what its births need."""
    sys.path.insert(0, str(SPARK))
    try:
        yield importlib.import_module("births"), importlib.import_module("plans")
    finally:
        sys.path.remove(str(SPARK))


@pytest.fixture(scope="module")
def layers(example):
    births, _ = example
    return {
        city: (SPARK / "nationwide" / f"{city}-nationwide.json").read_text(encoding="utf-8") for city in births.CITY
    }


@pytest.fixture(scope="module")
def planned(example, layers):
    """The births under all rules without Spark."""
    births, plans = example
    batch = births.births(pa.array(range(BIRTHS)), SEED)
    return pa.Table.from_batches(plans.planned(batch, layers))


@pytest.fixture(scope="module")
def counted(example):
    """Gives a database with the views of report.sql over a folder of Parquet files."""
    pytest.importorskip("duckdb", reason="duckdb is not installed: python3 -m pip install duckdb")
    return importlib.import_module("report").counted


def test_a_birth_is_the_same_wherever_it_is_made(example):
    births, _ = example
    assert births.births(pa.array(range(40, 60)), SEED).equals(births.births(pa.array(range(100)), SEED).slice(40, 20))
    assert not births.births(pa.array(range(20)), SEED).equals(births.births(pa.array(range(20)), SEED + 1))


def test_births_are_as_frequent_as_the_invented_shares_say(example):
    births, _ = example
    number = 20000
    batch = births.births(pa.array(range(number)), SEED)
    for name, shares in (("city", births.CITY), ("origin", births.ORIGIN), ("marriage.status", births.MARRIAGE)):
        counts = {each["values"]: each["counts"] for each in batch[name].value_counts().to_pylist()}
        for value, share in shares.items():
            expected = number * share / sum(shares.values())
            assert abs(counts[value] - expected) < 5 * expected**0.5, (name, value)


def test_every_birth_is_planned_under_all_rules_without_an_error(planned):
    assert planned["error"].null_count == len(planned) == 3 * BIRTHS
    assert len(set(zip(planned["birth"].to_pylist(), planned["rules"].to_pylist()))) == 3 * BIRTHS


def test_the_report_counts_as_the_sources_do(planned, counted, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(planned, tmp_path / "plans.parquet")
    database = counted(tmp_path)
    saved = {
        row[:2]: row[2:] for row in database.sql("SELECT city, rules, certificates, trips_saved FROM saved").fetchall()
    }
    assert len(saved) == 9
    for city in ("yiwu", "ruian", "wenling"):
        before, today, supposed = (saved[city, rules] for rules in ("before", "today", "supposed"))
        assert before[0] >= today[0] > supposed[0]
        assert today[1] > before[1] == 0
    helped = dict(database.sql("SELECT (city, origin), bring_today - would_bring FROM helped").fetchall())
    assert helped["yiwu", "both-local"] == 0  # civil affairs answers for them today
    assert helped["yiwu", "both-other-province"] > 0 and helped["ruian", "both-local"] > 0


def test_spark_writes_the_same_rows_over_its_partitions(planned, counted, tmp_path):
    pytest.importorskip("pyspark", reason="pyspark is not installed: python3 -m pip install 'pyspark[sql]'")
    pytest.importorskip("pandas", reason="pandas is not installed, which pyspark needs: python3 -m pip install pandas")
    if shutil.which("java") is None:
        pytest.skip("there is no java, which pyspark needs: version 17 or later")
    options = ["--births", str(BIRTHS), "--seed", str(SEED), "--master", "local[2]", "--out", str(tmp_path / "plans")]
    subprocess.run([sys.executable, str(SPARK / "what_if.py"), *options], check=True, timeout=500)
    assert len(list((tmp_path / "plans").glob("*.parquet"))) == 2
    database = counted(tmp_path / "plans")
    database.register("alone", planned)
    by_spark = database.sql("SELECT * EXCLUDE certificate FROM plan ORDER BY birth, rules").fetchall()
    assert by_spark == database.sql("FROM alone ORDER BY birth, rules").fetchall()
    assert database.sql("SELECT sum(families) FROM saved").fetchall() == [(3 * BIRTHS,)]
