"""What would families bring if civil affairs also answered for people of other provinces?

    what_if.py --births 1000000 --seed 1 --out FOLDER [--master local[2]] [--partitions N]

Makes births (births.py: invented), plans each one before the reform, under its city's rules as they are, and under the
supposed rules of nationwide/, over Spark's partitions, and writes a row for each birth and rules as Parquet files.
report.sql counts them.
"""

import argparse
import functools
import os
import pathlib
import sys

import births
import plans
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

HERE = pathlib.Path(__file__).resolve().parent


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--births", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--master", default="local[*]")
    parser.add_argument("--partitions", type=int)
    return parser.parse_args()


def opened(master):
    """Spark, whose workers import what this program imports."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("birthcase: what if").config("spark.ui.enabled", "false")
    spark = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", 4096).getOrCreate()
    for module in (births, plans):
        spark.sparkContext.addPyFile(module.__file__)
    return spark


def main():
    chosen = options()
    spark = opened(chosen.master)
    folder = HERE / "nationwide"
    layers = {city: (folder / f"{city}-nationwide.json").read_text(encoding="utf-8") for city in births.CITY}
    numbers = spark.range(0, chosen.births, 1, chosen.partitions or spark.sparkContext.defaultParallelism)
    run = functools.partial(plans.of_partition, seed=chosen.seed, layers=layers)
    planned = numbers.mapInArrow(run, from_arrow_schema(plans.SCHEMA))
    planned.write.mode("overwrite").parquet(str(chosen.out.resolve()))
    spark.stop()


if __name__ == "__main__":
    main()
