"""Births under the rules that are compared: before the reform, today, and supposed. Knows nothing of Spark."""

import functools

import births
import pyarrow as pa
import pyarrow.compute as pc

from birthcase import Profile, frame

COLUMNS = ("trips", "papers", "sheets", "due", "bring", "error")
_ABOUT = [("birth", pa.int64()), ("city", pa.string()), ("origin", pa.string()), ("rules", pa.string())]

#: What comes out: a row for each birth and rules.
SCHEMA = pa.schema([*pa.schema(_ABOUT), *frame.schema(COLUMNS)])


@functools.cache
def profiles(city, layer):
    """The rules that are compared, loaded once in a process. `layer` is the JSON of the supposed ones."""
    return {
        "before": Profile.built_in("base"),
        "today": Profile.built_in(city),
        "supposed": Profile.parse(layer),
    }


def planned(batch, layers, threads=1):
    """Every birth of a batch of births.py under each of the rules, as record batches. `layers` has a JSON by city."""
    facts = batch.drop_columns(["birth", "city", "origin"])
    applications = frame.applications(Profile.built_in("base"), facts)
    families = batch.select(["birth", "city", "origin"]).append_column("application", applications)
    for city, layer in layers.items():
        of_city = families.filter(pc.equal(families["city"], city))
        for rules, profile in profiles(city, layer).items():
            named = of_city.append_column("rules", pa.array([rules] * len(of_city), pa.string()))
            yield frame.plan(profile, named, columns=COLUMNS, threads=threads).select(SCHEMA.names)


def of_partition(batches, seed, layers):
    """What runs on a partition: numbers of births in, plans out. One thread: Spark runs a task for each processor."""
    for numbers in batches:
        yield from planned(births.births(numbers["id"], seed), layers)
