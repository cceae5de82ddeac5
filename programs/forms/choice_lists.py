"""A list of boxes that scrolls and can be searched: whoever and whatever is chosen among many.

Without JavaScript it is a plain list of boxes; ``js/choice_list.js`` adds the search and keeps the
count.
"""

from django import forms


class ChoiceList(forms.Select):
    """One of many. What is chosen comes first, after the empty choice."""

    template_name = "includes/_choice_list.html"
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
