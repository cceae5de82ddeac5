"""#Tags: typed in one line, kept by the school, found in the lists."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from participants.domain.tags import WrongTags, read_tags, written
from participants.models import Tag
from participants.services.tag import set_tags
from tests.builders import make_curator, make_mentee, make_program


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("#олимпиада #чтение", ["олимпиада", "чтение"]),
        ("олимпиада чтение", ["олимпиада", "чтение"]),
        ("#олимпиада, настольные игры", ["олимпиада", "настольные игры"]),
        ("#а#б; #а", ["а", "б"]),
        ("ШАХМАТЫ", ["шахматы"]),
        ("Домашний питомец", ["домашний питомец"]),
        (" # , ", []),
    ],
)
def test_tags_are_read_as_people_type_them(text, names):
    assert read_tags(text, ["шахматы", "домашний питомец"]) == names


def test_what_the_input_shows_is_read_back_the_same():
    names = ["настольные игры", "чтение"]

    assert read_tags(written(names)) == names
    assert read_tags(written(names[:1]), names) == names[:1]


@pytest.mark.parametrize("text", ["м" * 51, " ".join(f"метка{n}" for n in range(21))])
def test_endless_tags_are_refused(text):
    with pytest.raises(WrongTags):
        read_tags(text)


@given(st.text(alphabet="аБёЕ#,; \n", max_size=30))
def test_any_tags_shown_again_are_read_the_same(text):
    names = read_tags(text)

    assert read_tags(written(names), names) == names


@pytest.mark.django_db
def test_a_new_word_becomes_a_tag_once_in_the_school():
    program = make_program()
    first, second = make_mentee(program), make_mentee(program)

    set_tags(participant=first, names=["шахматы"])
    set_tags(participant=second, names=["Шахматы", "чтение"])
    set_tags(participant=first, names=[])

    assert sorted(Tag.objects.values_list("name", flat=True)) == ["чтение", "шахматы"]
    assert (first.tags.count(), second.tags.count()) == (0, 2)


@pytest.mark.django_db
def test_the_list_is_narrowed_by_a_tag_in_use(client):
    program = make_program()
    client.force_login(make_curator(program))
    tagged = make_mentee(program)
    make_mentee(program)
    set_tags(participant=tagged, names=["шахматы"])
    Tag.objects.create(organization=program.organization, name="ничья")
    stranger = make_mentee()
    set_tags(participant=stranger, names=["чужая"])

    page = client.get(reverse("participants:mentee_list", args=[program.pk]), {"tag": "шахматы"})

    assert [row.pk for row in page.context["rows"]] == [tagged.pk]
    choices = page.context["filter"].form.fields["tag"].choices
    assert [label for _value, label in choices] == ["Любая", "#шахматы"]
    assert page.context["chips"] == [("Метка", "#шахматы", "")]
