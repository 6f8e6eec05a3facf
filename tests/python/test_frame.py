"""birthcase.frame: columns of applications in, columns of plans out, row by row what one call after the other gives."""

import datetime
import decimal
import json
import subprocess
import sys
import threading
import time

import pytest

import birthcase
from conftest import APPLICATIONS, ROOT

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: python3 -m pip install 'birthcase[frame]'")
frame = pytest.importorskip("birthcase.frame")

TEXTS = [path.read_text(encoding="utf-8") for path in APPLICATIONS if path.stem.startswith("yiwu")]
HALF = '{"mother": {"nmae": 1}}'


@pytest.fixture(scope="module")
def plans(yiwu):
    """Every column of the examples of Yiwu."""
    return frame.plan(yiwu, pa.table({"application": TEXTS}), columns=frame.COLUMNS)


def test_a_row_is_what_one_plan_is(yiwu, plans):
    assert plans["error"].null_count == len(TEXTS)
    for text, row in zip(TEXTS, plans.to_pylist()):
        plan = birthcase.plan(yiwu, birthcase.Application.parse(yiwu, text))
        assert row["plan"] == plan.json == birthcase.plan_document(yiwu, text)
        assert (row["as_of"], row["acceptable"]) == (plan.as_of, plan.acceptable.now)
        assert row["due"] == plan.due and row["due_at"] is None
        assert row["asked_fields"] == plan.form.asked
        brought = [item for item in plan.evidence if item.status == "bring"]
        assert [(it["document"], it["holder"], it["original"], it["copies"], it["newborn"]) for it in row["bring"]] == [
            (item.type, item.holder, item.original, item.copies, item.newborn) for item in brought
        ]
        assert [it["status"] for it in row["evidence"]] == [item.status for item in plan.evidence]
        assert [(it["service"], it["lane"], it["newborn"]) for it in row["services"]] == [
            (lane.id, lane.lane, lane.newborn) for lane in plan.services
        ]
        assert [(it["step"], it["due"], tuple(it["after"]), it["promise"]) for it in row["steps"]] == [
            (step.id, step.due, tuple(step.after), step.promise) for step in plan.route
        ]
        assert [(it["fact"], tuple(it["decides"])) for it in row["undetermined"]] == [
            (open.fact, tuple(open.decides)) for open in plan.undetermined
        ]
        assert [it["code"] for it in row["findings"]] == [finding.code for finding in plan.findings]
        assert [(it["look_up"], it["state"]) for it in row["look_ups"]] == [(it.id, it.state) for it in plan.look_ups]
        assert len(row["missing"]) == len(plan.acceptable.missing_evidence) + len(plan.acceptable.missing_fields)


def test_a_moment_is_told_where_a_promise_counts_hours():
    text = next(path for path in APPLICATIONS if path.stem == "wenling-service-centre").read_text(encoding="utf-8")
    wenling = birthcase.Profile.built_in("wenling")
    (row,) = frame.plan(wenling, pa.array([text])).to_pylist()
    due = birthcase.plan(wenling, birthcase.Application.parse(wenling, text)).due
    assert (row["due"], row["due_at"]) == (due.date(), due)


def test_one_faulty_row_stops_no_other_and_null_stays_null(yiwu):
    table = frame.plan(yiwu, pa.table({"id": [1, 2, 3, 4], "application": [TEXTS[0], HALF, None, TEXTS[1]]}))
    rows = table.to_pylist()
    assert [row["id"] for row in rows] == [1, 2, 3, 4]
    assert rows[0]["error"] is None and rows[3]["error"] is None and rows[2]["error"] is None
    error = rows[1]["error"]
    with pytest.raises(birthcase.UnknownNameError) as alone:
        birthcase.Application.parse(yiwu, HALF)
    assert (error["kind"], error["path"], error["line"], error["column"], error["message"]) == (
        *(alone.value.kind, alone.value.path, alone.value.line, alone.value.column, alone.value.message),
    )
    for row in rows[1:3]:
        assert all(value is None for name, value in row.items() if name not in ("id", "error"))
    assert rows[0]["trips"] and rows[3]["bring"]


def test_what_stands_under_a_null_is_never_read(yiwu):
    texts = pa.array([HALF, TEXTS[0]])
    hidden = pa.Array.from_buffers(pa.string(), 2, [pa.py_buffer(b"\x02"), *texts.buffers()[1:]])
    rows = frame.plan(yiwu, hidden).to_pylist()
    assert rows[0]["error"] is None and rows[0]["trips"] is None and rows[1]["trips"] is not None


@pytest.mark.parametrize("columns", [None, frame.COLUMNS, ["plan", "trips"], []])
def test_the_schema_is_known_before_there_are_rows(yiwu, columns):
    expected = frame.schema(columns)
    for texts in (TEXTS, [HALF], [None], []):
        assert (
            frame.plan(yiwu, pa.table({"application": pa.array(texts, pa.string())}), columns=columns).schema
            == expected
        )
    assert expected.names == list(frame.DEFAULT_COLUMNS if columns is None else dict.fromkeys([*columns, "error"]))


@pytest.mark.parametrize(
    "column",
    [
        pa.chunked_array([TEXTS[:2], TEXTS[2:]]),
        pa.chunked_array([["{", *TEXTS]]).slice(1),
        pa.array(["{", *TEXTS, "{"]).slice(1, len(TEXTS)),
        pa.array(TEXTS, pa.large_string()),
        pa.array(TEXTS).dictionary_encode(),
    ],
)
def test_columns_come_in_many_shapes(yiwu, plans, column):
    assert frame.plan(yiwu, column, columns=["plan"])["plan"].to_pylist() == plans["plan"].to_pylist()


def test_a_record_batch_gives_a_record_batch(yiwu, plans):
    for texts in (TEXTS, []):
        batch = pa.record_batch({"id": list(range(len(texts))), "application": pa.array(texts, pa.string())})
        planned = frame.plan(yiwu, batch, columns=["plan"])
        assert isinstance(planned, pa.RecordBatch) and planned.schema.names == ["id", "plan", "error"]
        assert planned["plan"].to_pylist() == plans["plan"].to_pylist()[: len(texts)]


def test_threads_give_the_same_table(yiwu):
    many = pa.table({"application": TEXTS * 300})
    assert frame.plan(yiwu, many, threads=4).equals(frame.plan(yiwu, many, threads=1))


def test_no_call_holds_the_lock_of_the_interpreter(yiwu):
    interval, planning = sys.getswitchinterval(), pa.array(TEXTS * 100)
    worker = threading.Thread(target=frame.plan, args=(yiwu, planning), kwargs={"threads": 1, "columns": ["trips"]})
    turns = 0
    sys.setswitchinterval(1000)  # nobody is made to let go of it
    try:
        worker.start()
        while worker.is_alive():
            turns += 1
            time.sleep(0.0005)
    finally:
        sys.setswitchinterval(interval)
    assert turns > 10


def test_what_cannot_be_is_refused_before_anything_is_planned(yiwu):
    table = pa.table({"application": TEXTS, "trips": [0] * len(TEXTS)})
    with pytest.raises(ValueError, match="'trips' already"):
        frame.plan(yiwu, table)
    assert frame.plan(yiwu, table, columns=["sheets"]).schema.names == ["trips", "sheets", "error"]
    with pytest.raises(ValueError, match="no 'trip'"):
        frame.plan(yiwu, table, columns=["trip"])
    with pytest.raises(ValueError, match="no column 'json'"):
        frame.plan(yiwu, table, application="json")
    with pytest.raises(TypeError, match="texts"):
        frame.plan(yiwu, pa.array([1, 2]))
    with pytest.raises(TypeError, match="pyarrow"):
        frame.plan(yiwu, TEXTS)
    with pytest.raises(ValueError, match="one"):
        frame.plan(yiwu, table, columns=["sheets"], threads=0)
    with pytest.raises(birthcase.ParseError):
        frame.plan(yiwu, pa.array(TEXTS), "10.6.2019")


def test_applications_are_made_of_columns_named_as_facts(yiwu):
    beijing = datetime.timezone(datetime.timedelta(hours=8))
    columns = {
        "mother.name": ['李"\\', "a\nb", None],
        "mother.hukou.division": ["330782", None, None],
        "father": [True, False, None],
        "father.id_type": ["01", None, None],
        "birth.institution.licensed": [True, False, None],
        "services": [["maternity-benefit"], [], None],
        "applied_at": pa.array([datetime.datetime(2019, 6, 10, 1, 30, tzinfo=datetime.timezone.utc), None, None]),
        "newborn.weight_g": [3250, None, None],
        "newborn.length_cm": pa.array([decimal.Decimal("50.5"), None, None]),
        "newborn.born_at": pa.array([datetime.datetime(2019, 6, 8, 14, 20, 59), None, None], pa.timestamp("s")),
        "newborn.hepatitis_b.given_on": pa.array([datetime.date(2019, 6, 8), None, None]),
        "newborns[1].sex": pa.array(["2", None, None]).dictionary_encode(),
    }
    texts = frame.applications(yiwu, pa.table(columns)).to_pylist()
    assert json.loads(texts[0]) == {
        "mother": {"name": '李"\\', "hukou": {"division": "330782"}},
        "father": {"id_type": "01"},
        "birth": {"institution": {"licensed": True}},
        "services": ["maternity-benefit"],
        "applied_at": datetime.datetime(2019, 6, 10, 9, 30, tzinfo=beijing).strftime("%Y-%m-%dT%H:%M"),
        "newborns": [
            {
                "weight_g": 3250,
                "length_cm": 50.5,
                "born_at": "2019-06-08T14:20",
                "hepatitis_b": {"given_on": "2019-06-08"},
            },
            {"sex": "2"},
        ],
    }
    assert '"length_cm":50.5' in texts[0]
    assert json.loads(texts[1]) == {
        "mother": {"name": "a\nb"},
        "father": None,
        "birth": {"institution": {"licensed": False}},
        "services": [],
    }
    assert texts[2] == "{}"
    assert frame.applications(yiwu, pa.table(columns).slice(1)).to_pylist() == texts[1:]
    (batch,) = pa.table(columns).to_batches()
    assert frame.applications(yiwu, batch.slice(1, 1)).to_pylist() == texts[1:2]
    assert frame.applications(yiwu, pa.table(columns).slice(3)).to_pylist() == []
    for text in texts:
        birthcase.Application.parse(yiwu, text)


def test_columns_that_are_no_facts_are_refused(yiwu):
    for name in ("mother.nmae", "newborn", "newborns", "newborns[0]", ""):
        with pytest.raises(ValueError, match="no fact"):
            frame.applications(yiwu, pa.table({name: ["x"]}))
    with pytest.raises(TypeError, match="decimal"):
        frame.applications(yiwu, pa.table({"newborn.length_cm": [50.5]}))
    with pytest.raises(TypeError, match="boolean"):
        frame.applications(yiwu, pa.table({"father": ["x"]}))


def test_without_pyarrow_the_import_says_what_to_do():
    program = "import sys; sys.modules['pyarrow'] = None; import birthcase; import birthcase.frame"
    failed = subprocess.run([sys.executable, "-c", program], stderr=subprocess.PIPE, check=False)
    assert failed.returncode == 1 and b"birthcase[frame]" in failed.stderr


def test_the_example_prints_what_stands_beside_it():
    folder = ROOT / "examples" / "frame"
    printed = subprocess.run([sys.executable, str(folder / "count.py")], stdout=subprocess.PIPE, check=True).stdout
    assert printed.decode() == (folder / "output" / "count.txt").read_text(encoding="utf-8")
