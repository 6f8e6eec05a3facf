"""How many families bring a marriage certificate? Rows of a hospital's table go in, counts come out."""
import pyarrow as pa
import pyarrow.compute as pc

from birthcase import Profile, frame

yiwu = Profile.built_in("yiwu")
records = pa.table({
    "record": [1, 2, 3, 4],
    "channel": ["hospital"] * 4,
    "applicant.role": ["mother"] * 4,
    "benefit.claimed_by": ["none", "none", "mother", "none"],
    "mother.hukou.division": ["330782", "330782", "341226", None],
    "father.hukou.division": ["330782", "360121", "341226", "330782"],
    "mother.id_type": ["01"] * 4,
    "father.id_type": ["01"] * 4,
    "marriage.status": ["20", "20", "20", "twenty"],
    "settlement.with": ["father", "mother", "father", "father"],
})

texts = frame.applications(yiwu, records.drop_columns(["record"]))
plans = frame.plan(yiwu, records.select(["record"]).append_column("application", texts), "2019-06-10")
for row in plans.to_pylist():
    documents = [document["label"] for document in row["bring"]]
    to_ask = [open["fact"] for open in row["undetermined"]]
    print(row["record"], row["trips"], row["sheets"], "、".join(documents), to_ask[:1])

documents = plans["bring"].combine_chunks().flatten()
print(pc.sum(pc.equal(documents.field("document"), "marriage-certificate")), "of", len(plans))
