"""Finding a child: however she is spelled; what is shown, what hidden, and what written down."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client

from casetrack import search
from casetrack.access.permissions import Permission
from casetrack.models import (
    AuditEvent,
    Authority,
    CarePeriod,
    Child,
    LegalStatus,
    RoleAssignment,
    User,
)
from casetrack.views.search import find
from tests.cast import Cast, signed_in

DAY = date.fromisoformat
TODAY = DAY("2026-06-01")


@pytest.fixture
def authority(db: None) -> Authority:
    return Authority.objects.create(code="TEST", name="Testshire", records_live=True)


@pytest.fixture
def made(authority: Authority):
    """`made("Zoë", "O'Brien")`: a child of that name."""

    def make(first: str = "", last: str = "", **known: object) -> Child:
        given = {"reference": f"T{Child.objects.count() + 100}", "born_on": DAY("2015-03-12")}
        return Child.objects.create(
            authority=authority, first_name=first, last_name=last, **given | known
        )

    return make


def found(typed: str) -> list[Child]:
    return list(search.page_of(Child.objects.all(), search.read(typed), 1).children)


@pytest.mark.parametrize(
    ("first", "last", "typed"),
    [
        ("Amara", "Bello", "amara bello"),
        ("Amara", "Bello", "BELLO Amara"),
        ("Amara", "Bello", "bello, amara"),
        ("Amara", "Bello", "am bel"),
        ("Amara", "Bello", "A. Bello"),
        ("Amara", "Bello", "  Bello  "),
        ("Zoë", "Müller", "zoe muller"),
        ("Zoe", "Muller", "Zoë Müller"),
        ("Łukasz", "Wiśniewski", "lukasz wisniewsky"),
        ("Sinéad", "O'Brien", "o'brien"),
        ("Sinéad", "O’Brien", "obrien"),
        ("Sinéad", "O'Brien", "O Brien"),
        ("Sinéad", "OBrien", "sinead O'Brien"),
        ("Tom", "McDonald", "macdonald"),
        ("Tom", "MacDonald", "McDonald"),
        ("Tom", "Mc Donald", "tom mcdonald"),
        ("Tom", "McDonald", "Mc Donald"),
        ("Tom", "McArthur", "MacArthur"),
        ("Ella", "Smith-Jones", "jones"),
        ("Ella", "Smith-Jones", "Smith Jones"),
        ("Ella", "Smith-Jones", "Jones-Smith"),
        ("Ella", "Smith-Jones", "smithjones"),
        ("Ella", "Smith Jones", "Smith-Jones"),
        ("Li-Hua", "Chen", "lihua chen"),
        ("Lihua", "Chen", "Li-Hua Chen"),
        ("Mary-Kate", "Bell", "marykate"),
        ("Marykate", "Bell", "mary kate"),
        ("John", "Smith", "jon smyth"),
        ("John", "Smith", "simth"),
        ("Stephen", "Clark", "Steven Clarke"),
        ("Muhammad", "Hussain", "Mohammed Hussein"),
        ("Aisha", "Rahman", "Ayesha Rehman"),
        ("Catherine", "Phillips", "Katherine Philips"),
        ("Elizabeth", "Thompson", "Elisabeth Thomson"),
        ("Niamh", "Gallagher", "Galager"),
        ("Oliver", "Stokes", "Olivr"),
    ],
)
def test_a_name_is_found_however_it_is_written(made, first, last, typed):
    made("Winnie", "Fox")
    child = made(first, last)
    assert found(typed) == [child]


@pytest.mark.parametrize("typed", ["kit", "Kit Bello", "amara kit", "kitt"])
def test_a_child_is_found_by_the_name_she_is_known_by(made, typed):
    child = made("Amara", "Bello", known_as="Kit")
    assert found(typed) == [child]


@pytest.mark.parametrize("typed", ["amara tomas", "amara 2016", "bello xylophone", "amarb99"])
def test_every_word_typed_must_be_right(made, typed):
    made("Amara", "Bello")
    assert found(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        "12/03/2015",
        "12/3/15",
        "12.3.2015",
        "12-03-2015",
        "12 3 2015",
        "2015-03-12",
        "12 March 2015",
        "12th mar 2015",
        "bello 12/3/2015",
        "12/3/2015 amara",
        "bello 2015",
    ],
)
def test_a_child_is_found_by_her_date_of_birth(made, typed):
    child = made("Amara", "Bello")
    made("Winnie", "Fox", born_on=DAY("2015-12-03"))
    assert found(typed) == [child]


def test_a_baby_is_found_by_the_day_she_is_expected(made):
    baby = made("Baby", "Bello", born_on=None, expected_on=DAY("2026-07-04"))
    assert found("4/7/2026") == [baby]


@pytest.mark.parametrize("typed", ["31/02/2015", "12 Brumaire 2015", "99/99/2015", "12/3"])
def test_what_is_no_date_finds_nobody_by_it(made, typed):
    made("Amara", "Bello")
    assert found(typed) == []


@pytest.mark.parametrize("typed", ["CH/123-4", "ch/123-4", "ch1234", "ch 123", "CH/123-4 bello"])
def test_a_child_is_found_by_her_reference(made, typed):
    child = made("Amara", "Bello", reference="CH/123-4")
    made("Winnie", "Fox", reference="CH/987")
    assert found(typed) == [child]


@pytest.mark.parametrize("typed", ["B801200005001", "b801200005001", "b8012"])
def test_a_child_is_found_by_her_pupil_number(made, typed):
    child = made("Amara", "Bello", upn="B801200005001")
    assert found(typed) == [child]


def test_a_number_is_never_taken_for_another_one_like_it(made):
    made("Amara", "Bello", reference="1234567")
    assert found("1234568") == []


def test_an_exact_number_comes_first_then_the_closest_name(made):
    longer = made("Ann", "Abbot", reference="B123")
    exact = made("Zoe", "Young", reference="B12")
    assert found("b12") == [exact, longer]
    sounds, begins, whole = made("A", "Smyth"), made("A", "Smithson"), made("A", "Smith")
    near = made("A", "Smitham-Xu")
    assert found("smith") == [whole, near, begins, sounds]


def test_what_was_changed_is_found_at_once_and_the_old_no_more(made):
    child = made("Amara", "Bello")
    Child.objects.update(last_name="Vogel")
    assert found("vogel") == [child]
    assert found("bello") == []


def test_the_history_does_not_keep_what_is_found_by(made):
    made("Amara", "Bello")
    fields = {field.name for field in Child.pgh_event_model._meta.get_fields()}
    assert "search_text" not in fields and "known_as" in fields


# The page


@pytest.fixture
def chair(authority: Authority) -> Client:
    user = User.objects.create_user("testshire-chair")
    RoleAssignment.objects.create(
        user=user, authority=authority, role="chair", starts_on=DAY("2020-01-01")
    )
    return signed_in(user)


def asked(client: Client, typed: str, **more: object) -> str:
    answer = client.post("/search/", {"words": typed, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_page_shows_what_tells_one_child_from_another(cast: Cast):
    Child.objects.filter(pk=cast.amara.pk).update(known_as="Kit")
    page = asked(signed_in(cast.chair), "amara")
    assert f'href="/children/{cast.amara.uuid}/"' in page
    for words in ("1 child found", "Amara Bello", "known as Kit", "A1", "10 Sep 2021", "In care"):
        assert words in page
    assert "Tomas" not in page


def test_a_child_who_left_care_is_found_and_it_says_so(made, chair):
    child = made("Amara", "Bello")
    CarePeriod.objects.create(child=child, starts_on=DAY("2020-01-01"), ends_on=DAY("2024-05-03"))
    assert "Left care 3 May 2024" in asked(chair, "bello")


@pytest.mark.parametrize(
    ("periods", "code", "words"),
    [
        ([], "", "No time in care recorded"),
        ([("2024-01-02", None)], "C2", "In care since 2 Jan 2024"),
        ([("2024-01-02", None)], "V4", "Short breaks since 2 Jan 2024"),
        ([("2020-01-02", "2021-01-02"), ("2024-01-02", None)], "", "In care since 2 Jan 2024"),
        ([("2024-01-02", "2026-08-01")], "", "In care since 2 Jan 2024"),
        ([("2020-01-02", "2021-01-02"), ("2026-08-01", None)], "", "Left care 2 Jan 2021"),
    ],
)
def test_time_in_care_is_said_of_the_newest_period(made, periods, code, words):
    child = made("Amara", "Bello")
    for starts_on, ends_on in periods:
        CarePeriod.objects.create(
            child=child, starts_on=DAY(starts_on), ends_on=ends_on and DAY(ends_on)
        )
    if code:
        LegalStatus.objects.create(child=child, code=code, starts_on=DAY("2024-01-02"))
    assert search.described([child], TODAY)[0].care == words


def test_where_facts_are_known_to_an_earlier_day_it_is_said(made, authority):
    authority.records_live, authority.known_to = False, DAY("2026-03-31")
    authority.save()
    child = Child.objects.get(pk=made("Amara", "Bello").pk)
    CarePeriod.objects.create(child=child, starts_on=DAY("2024-01-02"), start_known=False)
    care = search.described([child], TODAY)[0].care
    assert care == "In care since on or before 2 Jan 2024, as known on 31 Mar 2026"


def test_twenty_are_shown_and_the_rest_on_further_pages(made, chair):
    for number in range(45):
        made("Ann", f"Smith{'abcdefghi'[number // 5]}{'abcde'[number % 5]}")
    first = asked(chair, "smith")
    assert "45 children found" in first and "1 to 20, the closest first" in first
    assert "Show more" in first and "Previous" not in first
    last = asked(chair, "smith", page="3")
    assert "41 to 45" in last and "Show more" not in last and "Previous" in last
    assert last.count("child-name") == 5
    assert "1 to 20" in asked(chair, "smith", page="99")
    assert "1 to 20" in asked(chair, "smith", page="-1")


def test_no_child_is_on_two_pages(made, chair):
    for _ in range(25):
        made("Ann", "Smith")
    shown = [
        each.pk
        for number in (1, 2)
        for each in search.page_of(Child.objects.all(), search.read("smith"), number).children
    ]
    assert len(shown) == len(set(shown)) == 25


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("chair", ["Amara", "Tomas"]),
        ("manager", ["Amara"]),
        ("social_worker", ["Amara"]),
        ("iro", ["Amara", "Tomas"]),
        ("stranger", ["Noor"]),
    ],
)
def test_nobody_finds_or_counts_whom_they_may_not_see(cast: Cast, who: str, names: list[str]):
    page = asked(signed_in(getattr(cast, who)), "bello")
    assert [name for name in ("Amara", "Tomas", "Noor") if name in page] == names
    assert f"{len(names)} child{'ren' if len(names) > 1 else ''} found" in page
    read = AuditEvent.objects.get(what="search")
    assert len(read.children) == len(names)


def test_a_hidden_child_and_nobody_look_the_same(cast: Cast):
    client = signed_in(cast.manager)
    hidden = asked(client, "tomas").replace("tomas", "")
    nobody = asked(client, "xaver").replace("xaver", "")
    cut = hidden.index('<section aria-labelledby="found-title"')
    assert "Nobody found" in hidden
    assert hidden[cut:] == nobody[nobody.index('<section aria-labelledby="found-title"') :]


def test_hidden_children_take_no_places(cast: Cast):
    for number in range(30):
        Child.objects.create(
            authority=cast.elsewhere,
            reference=f"E{number}",
            first_name="Amara",
            last_name="Bello",
            born_on=DAY("2015-03-12"),
        )
    page = asked(signed_in(cast.manager), "amara bello")
    assert "1 child found" in page and str(cast.amara.uuid) in page


# What is written down, and what is not


def test_a_search_is_audited_with_whom_it_showed_but_not_with_the_words(cast: Cast):
    asked(signed_in(cast.chair), "amara bello")
    read = AuditEvent.objects.get(what="search")
    assert (read.kind, read.username, read.children) == ("read", "chair", [cast.amara.pk])
    assert read.details == {"letters": 11, "kind": "name"}
    assert "bello" not in str(vars(read)).lower()


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("bello", "name"), ("a1", "number"), ("12/3/2015", "number"), ("bello 99", "name and number")],
)
def test_the_audit_knows_what_kind_of_thing_was_typed(cast: Cast, typed: str, kind: str):
    asked(signed_in(cast.chair), typed)
    assert AuditEvent.objects.get(what="search").details["kind"] == kind


def test_a_search_that_finds_nobody_is_audited_too(cast: Cast):
    asked(signed_in(cast.chair), "xylophone")
    assert AuditEvent.objects.get(what="search").children == []


def test_no_name_stands_in_an_address_or_a_log(cast: Cast, caplog: pytest.LogCaptureFixture):
    page = asked(signed_in(cast.chair), "Tomas Bello")
    addresses = [part.split('"')[0] for part in page.split('href="')[1:]]
    addresses += [part.split('"')[0] for part in page.split('action="')[1:]]
    assert addresses and not [each for each in addresses if "omas" in each or "ello" in each]
    assert "omas" not in caplog.text and "ello" not in caplog.text


def test_an_address_with_words_in_it_finds_nobody(cast: Cast):
    page = signed_in(cast.chair).get("/search/?words=amara").content.decode()
    assert "Amara" not in page and "found" not in page.lower().replace("found-title", "")
    assert not AuditEvent.objects.filter(what="search").exists()


def test_no_browser_keeps_what_was_found(cast: Cast):
    answer = signed_in(cast.chair).post("/search/", {"words": "bello"})
    assert "no-store" in answer["Cache-Control"]


# Forms and doors


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Enter a name, reference, UPN or date of birth"),
        ("  ", "Enter a name, reference, UPN or date of birth"),
        ("a", "at least two letters"),
        ("' - .", "at least two letters"),
        ("a b", "at least two letters"),
        ("a b c d e f g h smith", "no more than 8 words"),
        ("x" * 101, "no more than 100 characters"),
    ],
)
def test_what_cannot_be_looked_for_is_said_and_nothing_typed_is_lost(cast, typed, words):
    page = asked(signed_in(cast.chair), typed)
    assert "There is a problem" in page and words in page
    assert not AuditEvent.objects.filter(what="search").exists()
    if typed.strip().isalpha():
        assert f'value="{typed}"' in page


@pytest.mark.parametrize(
    "typed", ["100%", "amara_bello%", "o'; drop table", "<b>amara</b>", "🙂 bello"]
)
def test_signs_have_no_power(cast: Cast, typed: str):
    page = asked(signed_in(cast.chair), typed)
    assert "<b>amara</b>" not in page
    assert Child.objects.count() == 3


def test_only_those_who_may_read_records_have_the_page_and_its_box(cast: Cast):
    for who, status in (("chair", 200), ("board_member", 403), ("nobody", 403)):
        client = signed_in(getattr(cast, who))
        assert client.get("/search/").status_code == status
        assert client.post("/search/", {"words": "bello"}).status_code == status
    assert 'action="/search/"' in signed_in(cast.chair).get("/clocks/").content.decode()
    assert 'action="/search/"' not in signed_in(cast.board_member).get("/clocks/").content.decode()
    assert Client().post("/search/", {"words": "bello"}).status_code == 302


def test_the_box_of_the_frame_is_on_the_search_page_only_once(cast: Cast):
    page = signed_in(cast.chair).get("/search/").content.decode()
    assert page.count('action="/search/"') == 1


def test_a_page_of_many_asks_no_more_than_a_page_of_one(made, chair, django_assert_max_num_queries):
    for _ in range(20):
        made("Ann", "Smith")
    with django_assert_max_num_queries(13):
        asked(chair, "smith")


def test_the_index_serves_names_whoever_asks(authority: Authority, cast: Cast):
    """However many children there are, no plan reads them all to find one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO casetrack_child (uuid, authority_id, reference, upn, first_name,"
            " last_name, sex, ethnicity, born_on, unaccompanied)"
            " SELECT gen_random_uuid(), %s, 'N' || n, '', 'Ann', 'Name' || n, '', '',"
            " date '2010-01-01' + n %% 3000, false FROM generate_series(1, 5000) AS n",
            [authority.pk],
        )
        cursor.execute("ANALYZE casetrack_child")
    for user in (cast.chair, cast.manager, cast.social_worker):
        for typed in ("smith", "amara bello", "12/3/2015", "N77"):
            children = Child.objects.visible_to(user)
            plan = search.matching(children, search.read(typed)).explain()
            assert "Seq Scan on casetrack_child" not in plan, f"{user} {typed}: {plan}"


def test_the_page_needs_the_permission_to_read_records():
    assert find.permission is Permission.SEE_CHILDREN
