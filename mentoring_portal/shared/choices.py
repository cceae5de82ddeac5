"""Choosing rows in a form."""

from django import forms

# Nineteen digits may be more than a database keeps in a key.
LONGEST_KEY = 18


class ManyRowsField(forms.ModelMultipleChoiceField):
    """Any number of rows. A key too long for the database is a wrong choice, not a fault."""

    def clean(self, value):
        for key in value or ():
            if len(str(key)) > LONGEST_KEY:
                message = self.error_messages["invalid_choice"]
                raise forms.ValidationError(
                    message, code="invalid_choice", params={"value": str(key)[:LONGEST_KEY]}
                )
        return super().clean(value)
