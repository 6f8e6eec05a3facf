"""Which documents a family must bring in Yiwu: the rules that every peer gets, described once.

The family has one newborn, born in Yiwu, whose applicant collects the certificate; a parent lives. Then eleven
conditions of the profile decide. Each stands here with the rule of the profile that it is and with that rule's words:
tests/peers/description_test.py holds both against the profile, and the answers against plans.
"""

from logic import Above, All, Choose, Fact, Is, LookUp, Not, OneOf, Some

HERE = "330782"
DAY = "2019-06-10"
LATE_AFTER_DAYS = 30
WEDLOCK = ("20", "21", "22", "23")
UNMARRIED, WIDOWED, DIVORCED = "10", "30", "40"
OUT_OF_WEDLOCK = ("out-of-wedlock-with-father", "out-of-wedlock-with-mother")
ID_DOCUMENTS = {
    "01": "id-card",
    "02": "hukou-booklet-as-id",
    "03": "passport",
    "04": "officer-card",
    "05": "driving-licence",
    "06": "hk-macao-permit",
    "07": "taiwan-permit",
}

# What is known about a family, flat. Nobody is stated as the father: his texts are empty and he does not live.
FACTS = {
    "applicant_role": str,
    "applicant_id_type": str,
    "mother_alive": bool,
    "mother_hukou": str,
    "mother_id_type": str,
    "father_stated": bool,
    "father_alive": bool,
    "father_hukou": str,
    "father_id_type": str,
    "marriage_status": str,
    "child_status": str,
    "settlement_with": str,
    "licensed": bool,
    "days_old": int,
}


out_of_wedlock = Some(
    (
        Is(Fact("marriage_status"), UNMARRIED),
        All((OneOf(Fact("marriage_status"), (WIDOWED, DIVORCED)), OneOf(Fact("child_status"), OUT_OF_WEDLOCK))),
    )
)

# The eleven conditions: whether a document is required, where the service that asks for it is handled here.
CONDITIONS = {
    "mother_id": Fact("mother_alive"),
    "father_id": All((Fact("father_stated"), Fact("father_alive"))),
    "marriage_certificate": OneOf(Fact("marriage_status"), WEDLOCK),
    "divorce_certificate": Is(Fact("marriage_status"), DIVORCED),
    "death_certificate": Some(
        (
            Is(Fact("marriage_status"), WIDOWED),
            Not(Fact("mother_alive")),
            All((Fact("father_stated"), Not(Fact("father_alive")))),
        )
    ),
    "applicant_id": OneOf(Fact("applicant_role"), ("guardian", "agent")),
    "late_statement": Above(Fact("days_old"), LATE_AFTER_DAYS),
    "delivery_record": Not(Fact("licensed")),
    "father_not_stated": All((Not(Fact("father_stated")), Fact("mother_alive"))),
    "out_of_wedlock_statement": out_of_wedlock,
    "paternity_test": All((Is(Fact("settlement_with"), "father"), out_of_wedlock)),
}

# The rule of the profile that each condition is, and its words; and of two of the facts that follow.
RULES = {
    "mother_id": ("birth-certificate/mother-id", "mother.alive"),
    "father_id": ("birth-certificate/father-id", "father != null and father.alive != false"),
    "marriage_certificate": (
        "birth-certificate/marriage-certificate",
        'marriage.status in ("20", "21", "22", "23")',
    ),
    "divorce_certificate": ("birth-certificate/divorce-certificate", 'marriage.status = "40"'),
    "death_certificate": (
        "birth-certificate/death-certificate",
        'marriage.status = "30" or mother.alive = false or father.alive = false',
    ),
    "applicant_id": ("birth-certificate/applicant-id", 'applicant.role in ("guardian", "agent")'),
    "late_statement": ("birth-certificate/late-statement", 'accepted_on - newborn.birth_date > @"P30D"'),
    "delivery_record": ("birth-certificate/delivery-record", "birth.institution.licensed != true"),
    "father_not_stated": ("birth-certificate/father-not-stated", "father = null and mother.alive"),
    "out_of_wedlock_statement": (
        "hukou-registration/out-of-wedlock-statement",
        'marriage.status = "10" or marriage.status in ("30", "40") and newborn.settlement.child_status in '
        '("out-of-wedlock-with-father", "out-of-wedlock-with-mother")',
    ),
    "paternity_test": (
        "hukou-registration/paternity-test",
        'newborn.settlement.with = "father" and (marriage.status = "10" or marriage.status in ("30", "40") and '
        'newborn.settlement.child_status in ("out-of-wedlock-with-father", "out-of-wedlock-with-mother"))',
    ),
    "away": (
        "yiwu/settles-elsewhere",
        "(mother.hukou.division != null or father.hukou.division != null) and (mother.hukou.division != "
        "jurisdiction.division and father.hukou.division != jurisdiction.division or newborn.settlement.division != "
        "jurisdiction.division)",
    ),
    "parents_local": (
        "yiwu/marriage-shared",
        "mother.hukou.division = jurisdiction.division and (father = null or father.hukou.division = "
        "jurisdiction.division)",
    ),
}

# The conditions of documents that such families do not differ in.
OUTSIDE = {
    "birth-certificate/collector-id": "the applicant collects the certificate",
    "birth-certificate/collector-authorisation": "the applicant collects the certificate",
    "vaccination-certificate/hepatitis-b-slip": "every newborn has had the dose",
    "medical-insurance-enrolment/parent-id": "a parent lives",
    "medical-insurance-enrolment/guardian-id": "a parent lives",
}

# The seventeen expressions: three facts that follow from others, and fourteen answers.
DERIVED = {
    "settlement_hukou": Choose(
        ((Is(Fact("settlement_with"), "father"), Fact("father_hukou")),), Fact("mother_hukou")
    ),
    "away": Some(
        (
            All((Not(Is(Fact("mother_hukou"), HERE)), Not(Is(Fact("father_hukou"), HERE)))),
            Not(Is(Fact("settlement_hukou"), HERE)),
        )
    ),
    "parents_local": All(
        (Is(Fact("mother_hukou"), HERE), Some((Not(Fact("father_stated")), Is(Fact("father_hukou"), HERE))))
    ),
}


def id_document(person):
    return LookUp(Fact(f"{person}_id_type"), tuple(ID_DOCUMENTS.items()))


def bring_if(condition, otherwise="not_required"):
    return Choose(((condition, "bring"),), otherwise)


def proof_of_marriage(condition):
    return Choose(((Not(condition), "not_required"), (Fact("parents_local"), "shared")), "bring")


def unless_away(value):
    """What the hukou registration alone asks for is absent where another office handles it."""
    return Choose(((Fact("away"), "absent"),), value)


EXPRESSIONS = {
    "mother_id": Choose(((CONDITIONS["mother_id"], id_document("mother")),), "not_required"),
    "father_id": Choose(((CONDITIONS["father_id"], id_document("father")),), "not_required"),
    "applicant_id": Choose(((CONDITIONS["applicant_id"], id_document("applicant")),), "absent"),
    "marriage_certificate": proof_of_marriage(CONDITIONS["marriage_certificate"]),
    "divorce_certificate": proof_of_marriage(CONDITIONS["divorce_certificate"]),
    "death_certificate": bring_if(CONDITIONS["death_certificate"]),
    "late_statement": bring_if(CONDITIONS["late_statement"]),
    "delivery_record": bring_if(CONDITIONS["delivery_record"]),
    "father_not_stated": bring_if(CONDITIONS["father_not_stated"]),
    "hepatitis_b_slip": bring_if(Not(Fact("licensed")), "hospital"),
    "hukou_booklet": unless_away("shared"),
    "out_of_wedlock_statement": unless_away(bring_if(CONDITIONS["out_of_wedlock_statement"])),
    "paternity_test": unless_away(bring_if(CONDITIONS["paternity_test"])),
    "hukou_lane": Choose(((Fact("away"), "elsewhere"),), "joint"),
}
