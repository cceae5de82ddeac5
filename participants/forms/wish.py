from django import forms


class WishSearchForm(forms.Form):
    q = forms.CharField(label="Имя или слова из сведений", required=False, max_length=100)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)


class WishForm(forms.Form):
    """Which mentor a button names."""

    def __init__(self, *args, mentors, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mentor"] = forms.ModelChoiceField(mentors)


class MenteeWishForm(forms.Form):
    """Which mentee a button names."""

    def __init__(self, *args, mentees, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mentee"] = forms.ModelChoiceField(mentees)
