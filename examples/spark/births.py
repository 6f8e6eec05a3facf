"""Births that never were: columns of facts, made from a seed.

EVERY SHARE IN THIS FILE IS INVENTED. They are of the right order for cities with many people from elsewhere and are good
for trying programs, and for nothing that is said about Yiwu, Ruian or Wenling. No name, number or address is made.

A birth depends on the seed and its own number alone, so that any part of a population can be made anywhere, in any
order, and is the same.
"""

import datetime
import zlib

import pyarrow as pa
import pyarrow.compute as pc

# Of a thousand births.
CITY = {"yiwu": 350, "ruian": 300, "wenling": 350}
ORIGIN = {
    "both-local": 520,
    "one-other-county": 120,  # one parent is registered in the city, the other elsewhere in Zhejiang
    "one-other-province": 180,
    "both-other-province": 150,
    "one-without-hukou": 30,  # one parent is registered in the city, the other has no hukou: a foreigner, a soldier
}
OUTSIDER = {"mother": 600, "father": 400}  # where one parent is from elsewhere
SETTLES_WITH = {"father": 700, "mother": 300}  # where both are from the same place
MARRIAGE = {"20": 955, "10": 30, "40": 15}  # married, never married, divorced
BENEFIT = {"mother": 420, "father": 80, "none": 500}  # whose insurance pays the maternity benefit
LICENSED = {True: 994, False: 6}  # born in a midwifery institution
LATE = {False: 970, True: 30}  # the birth certificate is asked for more than thirty days after birth
TWINS = {False: 984, True: 16}

COUNTIES = {"330106": 1, "330702": 1, "331002": 1}
PROVINCES = {"341226": 3, "360121": 2, "411524": 2, "520121": 2, "510107": 1}
DIVISIONS = {"yiwu": "330782", "ruian": "330381", "wenling": "331081"}
HOSPITALS = {"yiwu": "义乌市中心医院（示例）", "ruian": "瑞安市人民医院", "wenling": "温岭市第一人民医院"}
FIRST_DAY, DAYS = datetime.date(2019, 6, 3), 140

_MASK = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15


def _number(value):
    return pa.scalar(value & _MASK, pa.uint64())


def drawn(births, seed, what):
    """A number from 0 up to 1 for each birth: Vigna's splitmix64 of the seed, the birth's number and what is drawn."""
    state = pc.multiply(
        pc.add(births.cast(pa.uint64()), _number(seed * 0x632BE5AB + zlib.crc32(what.encode()))), _number(_STEP)
    )
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        state = pc.multiply(pc.bit_wise_xor(state, pc.shift_right(state, _number(shift))), _number(factor))
    state = pc.bit_wise_xor(state, pc.shift_right(state, _number(31)))
    return pc.multiply(pc.shift_right(state, _number(11)).cast(pa.float64()), 2.0**-53)


def chosen(births, seed, what, shares):
    """One of the keys for each birth, as often as its share says."""
    place, sum_of_shares, below = pa.scalar(0), sum(shares.values()), 0
    draw = drawn(births, seed, what)
    for share in list(shares.values())[:-1]:
        below += share
        place = pc.add(place, pc.greater_equal(draw, below / sum_of_shares).cast(pa.int64()))
    return pa.array(list(shares)).take(place)


def _named(keys, names):
    """What a table says for each key."""
    return pa.array(list(names.values())).take(pc.index_in(keys, pa.array(list(names))))


def _hukou(parent, origin, outsider, local, births, seed):
    """Where a parent is registered; null where nowhere."""
    is_outsider = pc.equal(outsider, parent)
    county, province = chosen(births, seed, "county", COUNTIES), chosen(births, seed, parent + " province", PROVINCES)
    elsewhere = pc.case_when(
        pc.make_struct(
            pc.equal(origin, "one-other-county"),
            pc.equal(origin, "one-other-province"),
            pc.equal(origin, "one-without-hukou"),
        ),
        county,
        province,
        pa.nulls(len(births), pa.string()),
        local,
    )
    of_couple = pc.if_else(is_outsider, elsewhere, local)
    return pc.if_else(pc.equal(origin, "both-other-province"), province, of_couple)


def _times(births, seed):
    """When it was applied for, and when the child was born."""
    days = pc.floor(pc.multiply(drawn(births, seed, "day"), DAYS)).cast(pa.int32())
    late = chosen(births, seed, "late", LATE)
    wait = drawn(births, seed, "wait")
    waited = pc.add(1, pc.floor(pc.if_else(late, pc.add(pc.multiply(wait, 60), 31), pc.multiply(wait, 5)))).cast(
        pa.int32()
    )
    first = (FIRST_DAY - datetime.date(1970, 1, 1)).days
    applied = pc.add(days, first).cast(pa.int32()).cast(pa.date32())
    born = pc.subtract(pc.add(days, first), waited).cast(pa.int32()).cast(pa.date32())
    clock = pa.scalar(9 * 3600 + 30 * 60, pa.duration("s"))
    return (pc.add(day.cast(pa.timestamp("s")), clock) for day in (applied, born))


def births(numbers, seed):
    """The births with these numbers: `birth`, `city`, `origin`, then facts under their names."""
    rows = len(numbers)
    city, origin = chosen(numbers, seed, "city", CITY), chosen(numbers, seed, "origin", ORIGIN)
    outsider, local = chosen(numbers, seed, "outsider", OUTSIDER), _named(city, DIVISIONS)
    hukou = {parent: _hukou(parent, origin, outsider, local, numbers, seed) for parent in ("mother", "father")}
    one_is_local = pc.starts_with(origin, "one-")
    at_home = pc.if_else(pc.equal(outsider, "mother"), "father", "mother")
    settles = pc.if_else(one_is_local, at_home, chosen(numbers, seed, "settles", SETTLES_WITH))
    applied, born = _times(numbers, seed)
    benefit = chosen(numbers, seed, "benefit", BENEFIT)
    optional = pa.array([["maternity-benefit"], []]).take(pc.equal(benefit, "none").cast(pa.int8()))
    twins = chosen(numbers, seed, "twins", TWINS)
    facts = {
        "channel": pa.array(["hospital"] * rows),
        "applied_at": applied,
        "services": optional,
        "applicant.role": pa.array(["mother"] * rows),
        "mother.id_type": pa.array(["01"] * rows),
        "father.id_type": pa.array(["01"] * rows),
        "mother.hukou": pc.is_valid(hukou["mother"]),
        "mother.hukou.division": hukou["mother"],
        "father.hukou": pc.is_valid(hukou["father"]),
        "father.hukou.division": hukou["father"],
        "marriage.status": chosen(numbers, seed, "marriage", MARRIAGE),
        "benefit.claimed_by": benefit,
        "settlement.with": settles,
        "birth.institution.name": _named(city, HOSPITALS),
        "birth.institution.licensed": chosen(numbers, seed, "licensed", LICENSED),
        "birth.place_division": local,
        "delivery.method": pa.array(["mail"] * rows),
        "newborn.name": pa.array(["王安"] * rows),  # a family that has no name yet is another question
        "newborn.born_at": born,
        "newborns[1].name": pc.if_else(twins, "王宁", pa.scalar(None, pa.string())),
        "newborns[1].born_at": pc.if_else(
            twins, pc.add(born, pa.scalar(600, pa.duration("s"))), pa.scalar(None, born.type)
        ),
    }
    return pa.RecordBatch.from_pydict({"birth": numbers, "city": city, "origin": origin, **facts})
