"""Choosing among many: a list that scrolls and can be searched, whoever and whatever is chosen.

Without JavaScript it is a plain list of boxes; ``js/choice_list.js`` adds the search and keeps the
count. A select gives way to it above ``MANY`` options, where looking through it is no help.
"""

from django import forms

MANY = 50
NOT_CHOSEN = "не выбрано"


class ChoiceList(forms.Select):
    """One of many. What is chosen comes first, after the empty choice."""

    template_name = "documents/_choice_list.html"
    use_fieldset = True
    input_type = "radio"

    class Media:
        js = ["js/choice_list.js"]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        groups = context["widget"]["optgroups"]
        rows = [row for _group, options, _index in groups for row in options]
        rows.sort(key=lambda row: (str(row["value"]) != "", not row["selected"]))
        return context | {
            "rows": rows,
            "type": self.input_type,
            "chosen": sum(row["selected"] for row in rows),
        }

    def id_for_label(self, id_, index=None):
        """The mistakes above the form lead to the list itself."""
        return id_


class ChoiceLists(ChoiceList, forms.SelectMultiple):
    """Any number of many."""

    input_type = "checkbox"


def one_of(choices):
    """The widget for a choice of one."""
    return ChoiceList if len(choices) > MANY else forms.Select


def empty_choice(required: bool) -> tuple[str, str]:
    return ("", "Выберите из списка" if required else NOT_CHOSEN)
