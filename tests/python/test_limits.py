"""Huge and odd input ends in a clear error, and changes nothing."""

import json
import random

import pytest

import birthcase

MIB = 1 << 20


@pytest.mark.parametrize(
    "call",
    [
        lambda yiwu: birthcase.Application.parse(yiwu, " " * MIB + "{}"),
        lambda yiwu: birthcase.Application.parse(yiwu, "[" * 100_000),
        lambda yiwu: birthcase.Application.parse(yiwu, '{"mother":' * 5000 + "1" + "}" * 5000),
        lambda yiwu: birthcase.Application.parse(yiwu, json.dumps({"newborns": [{}] * 17})),
        lambda yiwu: birthcase.Application(yiwu).put("mother.name", "x" * (MIB + 1)),
        lambda yiwu: birthcase.Application(yiwu).get("x" * (MIB + 1)),
        lambda yiwu: birthcase.Application(yiwu).put("newborn.name", "x", newborn=16),
        lambda yiwu: birthcase.Profile.parse(" " * (8 * MIB) + "{}"),
        lambda yiwu: birthcase.to_gb18030("x" * (64 * MIB + 1)),
        lambda yiwu: birthcase.from_gb18030(b"x" * (64 * MIB + 1)),
        lambda yiwu: birthcase.plan_document(yiwu, b"{}" + b" " * MIB, "2019-06-10"),
        lambda yiwu: birthcase.plan(yiwu, birthcase.Application(yiwu), "9" * 400 + "-01-01"),
        lambda yiwu: birthcase.compare([yiwu] * 65, "2019-06-10"),
    ],
)
def test_beyond_a_limit_is_an_input_error(yiwu, call):
    with pytest.raises(birthcase.InputError) as caught:
        call(yiwu)
    assert len(str(caught.value)) < 500


def test_what_is_just_within_the_limits_is_taken(yiwu, application):
    long = "李" * (MIB // 3)
    application.put("mother.name", long)
    assert application.get("mother.name") == long
    text = "x" * (64 * MIB)
    assert birthcase.to_gb18030(text) == text.encode()
    for newborn in range(16):
        application.put("newborn.name", "宝", newborn=newborn)
    assert application.newborn_count == 16


@pytest.mark.parametrize(
    "document",
    [
        "",
        "null",
        "[]",
        '"x"',
        "1",
        "{]",
        "\ufeff{}x",
        "{'mother': 1}",
        '{"mother": {"name": 01}}',
        "{} {}",
        "\0",
        "NaN",
    ],
)
def test_what_is_no_application_is_an_input_error(yiwu, document):
    with pytest.raises(birthcase.InputError):
        birthcase.Application.parse(yiwu, document)


@pytest.mark.parametrize(
    "as_of", ["", " ", "2019", "2019-02-30", "20190610", "2019-06-10T09:30", "2019-06-1\0", "today"]
)
def test_what_is_no_day_is_an_input_error(yiwu, application, as_of):
    with pytest.raises(birthcase.InputError):
        birthcase.plan(yiwu, application, as_of)


def test_no_damage_to_a_document_does_more_than_raise_an_input_error(yiwu, half_filled):
    dice = random.Random(2019)
    whole = half_filled.encode()
    outcomes = {"planned": 0, "refused": 0}
    for _ in range(400):
        damaged = bytearray(whole)
        for _ in range(dice.randrange(1, 4)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        try:
            json.loads(birthcase.plan_document(yiwu, damaged, "2019-06-10"))
            outcomes["planned"] += 1
        except birthcase.InputError:
            outcomes["refused"] += 1
    assert outcomes["planned"] > 0 and outcomes["refused"] > 0
